import {
  ApiObject,
  ApiObjectMetadataDefinition,
  ImplicitTokenResolver,
  LazyResolver,
  NumberStringUnionResolver,
  type IResolver,
} from 'cdk8s';
import type { IConstruct } from 'constructs';
import { type Fields, isFields } from '../values/fields';
import type { ObjectMeta } from '../manifest/kubernetes';
import { keyed } from '../props/problem';
import { arrange, eachField, render, RenderError, type RenderOptions } from './render';

/** An object of Kubernetes of any kind as plain data, its fields in the order in which people write them. */
export interface Manifest extends Fields {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ObjectMeta & { readonly name: string };
}

/** An API object cannot be made a manifest: it holds what JSON cannot, or computing something in it failed (then there is a `cause`). */
export class InvalidManifestError extends Error {
  readonly code = 'INVALID_MANIFEST';

  constructor(
    /** Who it is about: `StatefulSet "shop/orders"`. */
    readonly subject: string,
    reason: string,
    options?: { readonly cause?: unknown },
  ) {
    super(`${subject}: ${reason}`, options);
    this.name = 'InvalidManifestError';
  }
}

/** Makes manifests. Errors: both throw InvalidManifestError. Undefined stays undefined: cdk8s prints an empty document for it. */
export interface ManifestRenderer {
  /** What `object.toJson()` gives, its fields in order. */
  ofObject(object: ApiObject): Manifest | undefined;
  /** What a chart's own `toJson()` gave, its fields in order. */
  ofJson(chart: IConstruct, json: unknown): Manifest | undefined;
}

/**
 * The renderer for an app with these resolvers.
 *
 * An object whose class has its own `toJson`, an object with JSON patches, and every object of an app with its own resolvers is asked for
 * its `toJson()`. All others are rendered here, because cdk8s goes over them six times.
 */
export function manifestRenderer(resolvers: readonly IResolver[]): ManifestRenderer {
  const options = { sort: !process.env.CDK8S_DISABLE_SORT, dropEmpty: false };
  const isPlain =
    resolvers.length === CDK8S_RESOLVERS.size && resolvers.every((r) => CDK8S_RESOLVERS.has(r.constructor));
  return {
    ofObject: (object) =>
      explain(object.kind, object, () => {
        const parts = isPlain ? partsOf(object) : undefined;
        return parts ? assemble(parts, options) : arrangeManifest(object.toJson(), options);
      }),
    ofJson: (chart, json) => explain('Chart', chart, () => arrangeManifest(json, options)),
  };
}

const CDK8S_RESOLVERS: ReadonlySet<unknown> = new Set([LazyResolver, ImplicitTokenResolver, NumberStringUnionResolver]);

/** What an API object is rendered from. cdk8s has no public names for it. */
interface Parts {
  readonly props: object;
  readonly metadata: object;
}

/** Undefined when `toJson()` would do more than to render the parts, and where another version of cdk8s keeps them elsewhere. */
function partsOf(object: ApiObject): Parts | undefined {
  if (object.toJson !== ApiObject.prototype.toJson) return undefined;
  const { props, patches } = object as unknown as { readonly props?: unknown; readonly patches?: unknown };
  if (!isFields(props) || !Array.isArray(patches) || patches.length > 0) return undefined;
  const metadata = metadataParts(object.metadata);
  return metadata && { props, metadata };
}

function metadataParts(definition: ApiObjectMetadataDefinition): Fields | undefined {
  if (definition.toJson !== ApiObjectMetadataDefinition.prototype.toJson) return undefined;
  for (const field in definition) if (!METADATA_FIELDS.has(field)) return undefined;
  const fields = definition as unknown as Fields;
  const { _additionalAttributes: others, name, namespace, labels, annotations, finalizers, ownerReferences } = fields;
  if (!isFields(others)) return undefined;
  const parts: Record<string, unknown> = { name, namespace, labels, annotations, finalizers, ownerReferences };
  // A loop, because cdk8s left `others` in a state that makes copying it slow.
  for (const field in others) if (!Object.hasOwn(parts, field)) parts[field] = others[field];
  return parts;
}

/** All that metadata consisted of when this was written. */
const METADATA_FIELDS: ReadonlySet<string> = new Set([
  ...['name', 'namespace', 'annotations', 'finalizers', 'ownerReferences', 'labels'],
  ...['_additionalAttributes', 'apiObject'],
]);

function assemble({ props, metadata }: Parts, options: RenderOptions): Manifest {
  const fields = eachField({ ...HEAD, ...props, metadata }, options, (value, _, key) =>
    render(value, key === 'metadata' ? METADATA_OPTIONS : options),
  );
  return fields as Manifest; // Every ApiObject has a version, a kind and a name.
}

/** What cdk8s puts first, sorted or not. */
const HEAD = { apiVersion: undefined, kind: undefined, metadata: undefined };

/** cdk8s sorts metadata even where CDK8S_DISABLE_SORT is set. */
const METADATA_OPTIONS: RenderOptions = { sort: true, dropEmpty: true };

function arrangeManifest(json: unknown, options: RenderOptions): Manifest | undefined {
  if (json === undefined) return undefined;
  const manifest = arrange(json, options);
  if (!isFields(manifest)) throw new RenderError(`toJson() gives ${JSON.stringify(manifest)}, which is no object`);
  return manifest as Manifest; // What an own toJson() gives is taken at its word.
}

/** Says whose manifest could not be made. */
function explain(kind: string, { node }: IConstruct, make: () => Manifest | undefined): Manifest | undefined {
  try {
    return make();
  } catch (error) {
    const subject = `${kind} "${node.path}"`;
    if (!(error instanceof RenderError)) throw new InvalidManifestError(subject, messageOf(error), { cause: error });
    const place = error.path.length > 0 ? `${showPath(error.path)}: ` : '';
    throw new InvalidManifestError(subject, place + error.message, { cause: error.cause });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function showPath(path: RenderError['path']): string {
  return path
    .reduce<string>((shown, key) => (typeof key === 'number' ? `${shown}[${key}]` : keyed(shown, key)), '')
    .replace(/^\./, '');
}
