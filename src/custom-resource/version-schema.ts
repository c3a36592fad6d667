import { z } from 'zod';
import type { JSONSchemaProps } from '../manifest/kubernetes';
import type { Problems } from '../manifest/problem';
import { hasTwin } from './cel-rules';
import { convertSchema } from './convert/convert-schema';
import { matching } from './matching';
import type { VersionOptions } from './options';
import type { Rule, ServerRule } from './rule';

/** What is known of one version: everything that its objects are checked by. */
export interface VersionSchema {
  readonly name: string;
  readonly options: VersionOptions;
  /** Reads the fields beside `apiVersion`, `kind` and `metadata`. */
  readonly fields: z.ZodObject;
  /** The root of the CRD's schema. */
  readonly schema: JSONSchemaProps;
}

/** Converts the schemas of one version; what a CRD cannot say is added to `problems`. */
export function versionSchema(name: string, options: VersionOptions, problems: Problems): VersionSchema {
  const fields = fieldsOf(options);
  const { properties, ...more } = convertSchema(fields, name, problems);
  const rules = (options.rules ?? []).map(({ check, ...rule }: Rule<unknown> | (ServerRule & { check?: never })) =>
    check ? hasTwin(rule) : rule,
  );
  const metadata = options.name && { metadata: metadataSchema(options.name, name, problems) };
  const schema: JSONSchemaProps = {
    ...(options.description !== undefined && { description: options.description }),
    type: 'object',
    properties: { ...metadata, ...properties },
    ...more,
    ...(rules.length > 0 && { 'x-kubernetes-validations': rules }),
  };
  return { name, options, fields, schema };
}

function fieldsOf({ spec, fields, status, matching: more = {} }: VersionOptions): z.ZodObject {
  const shape = {
    ...(spec && { spec }),
    ...fields,
    // A new object has none.
    ...(status && status.def.type !== 'never' && { status: status.optional() }),
  };
  const keepsUnknown = more['x-kubernetes-preserve-unknown-fields'] === true;
  const object: z.ZodObject = keepsUnknown ? z.looseObject(shape) : z.object(shape);
  return Object.keys(more).length === 0 ? object : matching(object, more);
}

function metadataSchema(name: z.ZodString, version: string, problems: Problems): JSONSchemaProps {
  return { type: 'object', properties: { name: convertSchema(name, `${version}.name`, problems) } };
}
