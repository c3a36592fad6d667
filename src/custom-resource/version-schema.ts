import { z } from 'zod';
import { META_FIELDS } from '../crd/schema-walk';
import type { JSONSchemaProps } from '../manifest/kubernetes';
import { merge } from '../manifest/merge';
import { once } from '../values/once';
import { keyed, type Problems } from '../props/problem';
import { withTwin } from './cel-rules';
import { convertSchema } from './convert/convert-schema';
import { matching } from './matching';
import type { VersionOptions } from './options';
import type { Rule, ServerRule } from './rule';

/** What is known of one version: everything that its objects are checked by. Both schemas are made when they are first asked for. */
export interface VersionSchema {
  readonly name: string;
  readonly options: VersionOptions;
  /** Reads the fields beside `apiVersion`, `kind` and `metadata`. */
  readonly fields: () => z.ZodObject;
  /** The same of a new object, which has no status. */
  readonly newFields: () => z.ZodObject;
  /** The root of the CRD's schema. */
  readonly schema: () => JSONSchemaProps;
}

/** The schemas of one version; what a CRD cannot say is added to `problems` when the schema of the CRD is made. */
export function versionSchema(name: string, options: VersionOptions, problems: Problems): VersionSchema {
  const fields = once(() => fieldsOf(options, options.status));
  return {
    name,
    options,
    fields,
    newFields: once(() => fieldsOf(options)),
    schema: once(() => rootSchema(name, fields(), options, problems)),
  };
}

function rootSchema(name: string, fields: z.ZodObject, options: VersionOptions, problems: Problems): JSONSchemaProps {
  const { properties, ...more } = convertSchema(fields, name, problems);
  const ofMetadata = options.matching?.properties ?? {};
  const own = Object.keys(ofMetadata).find((field) => !META_FIELDS.includes(field));
  if (own !== undefined)
    problems.add(keyed(`${name}.matching.properties`, own), undefined, 'is a field of its own: put it into fields');
  const rules = (options.rules ?? []).map(({ check, ...rule }: Rule<unknown> | (ServerRule & { check?: never })) =>
    check ? withTwin(rule) : rule,
  );
  const metadata = options.name && {
    // A name has two who may speak of it.
    metadata: merge(metadataSchema(options.name, name, problems), ofMetadata['metadata'] ?? undefined),
  };
  return {
    ...(options.description !== undefined && { description: options.description }),
    type: 'object',
    properties: { ...ofMetadata, ...metadata, ...properties },
    ...more,
    ...(rules.length > 0 && { 'x-kubernetes-validations': rules }),
  };
}

function fieldsOf({ spec, fields, matching: words = {} }: VersionOptions, status?: z.ZodType): z.ZodObject {
  const shape = {
    ...(spec && { spec }),
    ...fields,
    // The controller has yet to write it.
    ...(status && status.def.type !== 'never' && { status: status.optional() }),
  };
  const { 'x-kubernetes-preserve-unknown-fields': keepsUnknown, properties: _ofMetadata, ...more } = words;
  const object: z.ZodObject = keepsUnknown === true ? z.looseObject(shape) : z.object(shape);
  return Object.keys(more).length === 0 ? object : matching(object, more);
}

function metadataSchema(name: z.ZodString, version: string, problems: Problems): JSONSchemaProps {
  return { type: 'object', properties: { name: convertSchema(name, `${version}.name`, problems) } };
}
