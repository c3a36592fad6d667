import { ApiObject, type ApiObjectProps } from 'cdk8s';
import type { Construct } from 'constructs';
import { scaleProblems } from '../crd/scale-values';
import { apiObjectProps, placed, settle, type NamedManifest } from '../emit/emit';
import { type Fields, isFields, withFields, withoutFields } from '../values/fields';
import type { CustomResourceDefinition, CustomResourceSubresources } from '../manifest/kubernetes';
import { dnsSubdomainProblem } from '../manifest/name';
import { checkMetadata, METADATA } from '../manifest/object-meta';
import { once } from '../values/once';
import { Problems } from '../props/problem';
import { checkShape, fields } from '../props/shape';

type Placed = NonNullable<NamedManifest['metadata']> & { readonly name: string };
type Props = Fields & { readonly metadata?: NamedManifest['metadata'] };

/** What a resource is called, where its objects live, and what its versions have besides fields. */
export interface Resource {
  readonly group: string;
  readonly kind: string;
  readonly scope: string;
  readonly versions: readonly VersionOutline[];
}

export interface VersionOutline {
  readonly name: string;
  readonly storage: boolean;
  readonly subresources: () => CustomResourceSubresources;
}

/** As an author writes it, without a status where that is a subresource; or as a cluster may have it. */
export type ObjectState = 'new' | 'stored';

/** How objects of one version are checked. */
export interface VersionReader {
  readonly name: string;
  /** The fields beside `apiVersion`, `kind` and `metadata`, with their defaults; or problems. */
  readonly readFields: (fields: Fields, state: ObjectState, problems: Problems) => Fields;
  /** What is wrong with a name that is a DNS subdomain, as a phrase. */
  readonly nameProblem: (name: string) => string | undefined;
  /** What is wrong with an object whose fields are right. */
  readonly objectProblems: (object: () => Fields, state: ObjectState) => readonly ObjectProblem[];
}

export interface ObjectProblem {
  /** Of the field, or the empty string for the object. */
  readonly path: string;
  readonly phrase: string;
}

const PROPS = fields({ metadata: METADATA }, '{ spec: { ... } }');

const NO_PROBLEMS: readonly ObjectProblem[] = [];

/** The class for objects of the stored version, with the definition and the classes of all versions. */
export function resourceClass(
  resource: Resource,
  definition: () => CustomResourceDefinition,
  readers: readonly VersionReader[],
): typeof ApiObject {
  const classes = new Map(readers.map((reader) => [reader.name, versionClass(resource, reader)]));
  const stored = resource.versions.find(({ storage }) => storage);
  const ofStored = Object.assign(classes.get(stored?.name ?? '') ?? ApiObject, {
    Definition: definitionClass(definition),
    versions: Object.fromEntries(classes),
  });
  return Object.defineProperty(ofStored, 'definition', { get: definition, enumerable: true });
}

function versionClass({ group, kind, scope, versions }: Resource, reader: VersionReader): typeof ApiObject {
  const apiVersion = `${group}/${reader.name}`;
  const isClusterScoped = scope === 'Cluster';
  const asked = once(() => {
    const { status, scale } = versions.find(({ name }) => name === reader.name)?.subresources() ?? {};
    return { hasStatus: !!status, ofScale: scale ? scaleProblems(scale) : () => NO_PROBLEMS };
  });

  const resource = class extends ApiObject {
    static readonly apiVersion = apiVersion;
    static readonly kind = kind;

    constructor(scope: Construct, id: string, props: Props = {}) {
      checkShapes(props, () => `${kind} "${scope.node.path}/${id}"`);
      const metadata = placed(scope, props.metadata, id, isClusterScoped);
      const manifest = checked(props, metadata, () => `${scope.node.path}/${id}`);
      super(scope, id, manifest as ApiObjectProps); // cdk8s types metadata as a mutable class; it reads plain objects as well.
      settle(this, isClusterScoped);
    }

    static manifest(props: Props): NamedManifest {
      checkShapes(props, () => kind);
      const { metadata = {} } = props;
      const { name = '', namespace } = metadata;
      return checked(props, withFields(metadata, { name }), () => showName(name, namespace));
    }

    static parse(object: unknown): unknown {
      return parse(object);
    }
  };
  return Object.defineProperty(resource, 'name', { value: kind });

  /** Most objects have but their spec, which the schema knows. @throws InvalidPropsError */
  function checkShapes(props: unknown, subject: () => string): void {
    if (isFields(props) && props['metadata'] === undefined) return;
    const problems = new Problems();
    checkShape(problems, props, PROPS);
    if (problems.any) problems.throwIfAny(subject());
  }

  /** The manifest of what an author wrote, as it was written. */
  function checked(props: Props, metadata: Placed, path: () => string): NamedManifest {
    const fields = withoutFields(props, 'metadata');
    const { hasStatus } = asked();
    const problems = new Problems();
    problems.check('metadata.name', metadata.name, (each) => dnsSubdomainProblem(each) ?? reader.nameProblem(each));
    if (props.metadata !== undefined) checkMetadata(problems.at('metadata'), props.metadata);
    if (isClusterScoped && props.metadata?.namespace !== undefined) {
      problems.add(
        'metadata.namespace',
        props.metadata.namespace,
        `is of no use: ${kind} belongs to the whole cluster, so leave it out`,
      );
    }
    const isRefused = hasStatus && 'status' in fields;
    if (isRefused) problems.add('status', undefined, 'is written by the controller: leave it out');
    const head = { apiVersion, kind, metadata };
    // A status was refused as a whole.
    const others = isRefused ? withoutFields(fields, 'status') : fields;
    read(head, others, hasStatus ? 'new' : 'stored', problems, path);
    return withFields(head, fields);
  }

  function parse(object: unknown): Fields {
    const { apiVersion: givenVersion, kind: givenKind, metadata, ...fields } = isFields(object) ? object : {};
    const { name, namespace } = isFields(metadata) ? metadata : {};
    const problems = new Problems();
    if (!isFields(object)) problems.add('', object, `is no object: give a manifest of ${apiVersion}, kind ${kind}`);
    else {
      if (givenVersion !== apiVersion)
        problems.add('apiVersion', givenVersion, `is not "${apiVersion}"${otherVersion(givenVersion)}`);
      if (givenKind !== kind) problems.add('kind', givenKind, `is not "${kind}"`);
      if (typeof name !== 'string') problems.add('metadata.name', name, 'is missing: every object has a name');
      else problems.check('metadata.name', name, reader.nameProblem);
    }
    problems.throwIfAny(kind);
    const head = { apiVersion, kind, metadata };
    return withFields(
      head,
      read(head, fields, 'stored', problems, () => showName(String(name), namespace)),
    );
  }

  /** @throws InvalidPropsError */
  function read(head: Fields, fields: Fields, state: ObjectState, problems: Problems, path: () => string): Fields {
    const parsed = reader.readFields(fields, state, problems);
    if (!problems.any) {
      for (const { path: at, phrase } of asked().ofScale(parsed)) problems.add(at, undefined, phrase);
      for (const { path: at, phrase } of reader.objectProblems(() => withFields(head, parsed), state))
        problems.add(at, undefined, phrase);
    }
    if (problems.any) problems.throwIfAny(`${kind} "${path()}"`);
    return parsed;
  }

  function otherVersion(given: unknown): string {
    const other = versions.find(({ name }) => `${group}/${name}` === given);
    return other ? `: read it by ${kind}.versions.${other.name}.parse()` : '';
  }
}

function definitionClass(definition: () => NamedManifest): new (scope: Construct, id: string) => ApiObject {
  return class Definition extends ApiObject {
    constructor(scope: Construct, id: string) {
      super(scope, id, apiObjectProps(scope, definition(), id));
      settle(this);
    }
  };
}

function showName(name: string, namespace: unknown): string {
  return typeof namespace === 'string' ? `${namespace}/${name}` : name;
}
