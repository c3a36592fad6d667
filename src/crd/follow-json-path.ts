import type { JSONSchemaProps } from '../manifest/kubernetes';
import type { JsonPathStep } from './json-path';
import { metaFieldSchema } from './object-meta-schema';
import { own } from './own';
import { suggest } from './suggest';
import { onlySchema } from './only-schema';

export type Found =
  /** What is there: undefined when nothing is known of it. */
  | { readonly schema: JSONSchemaProps | undefined }
  /** Why there can be nothing: `finds nothing: "replica" is not in the schema, did you mean "replicas"`. */
  | { readonly problem: string };

/** Follows the steps of a path through the schema of a resource. */
export function followJsonPath(root: JSONSchemaProps, steps: readonly JsonPathStep[]): Found {
  let at: Place = { schema: root, isObject: true, keepsUnknown: keepsUnknown(root) };
  for (const step of steps) {
    const next = step.kind === 'field' ? fieldOf(at, step.name) : itemsOf(at, step.kind);
    if (next === undefined || 'problem' in next) return next ?? { schema: undefined };
    at = next;
  }
  return { schema: at.schema };
}

interface Place {
  readonly schema: JSONSchemaProps;
  /** Whether it is a resource, which has metadata. */
  readonly isObject: boolean;
  readonly keepsUnknown: boolean;
}

type Next = Place | { readonly problem: string } | undefined;

function fieldOf({ schema, isObject, keepsUnknown: keeps }: Place, name: string): Next {
  // The metadata of a resource may be narrowed in its schema, and is all there nevertheless.
  const meta = isObject ? metaFieldSchema(name) : undefined;
  const found = meta ?? own(schema.properties, name);
  if (found !== undefined) return place(found ?? {});
  if (name === '') return { problem: 'finds nothing: it has a "." with no name after it, write one' };
  if (SCALARS.includes(schema.type ?? '')) {
    const wayOut = 'end before it, or write a dot in a name as "\\."';
    return {
      problem: `finds nothing: ${JSON.stringify(name)} is asked of a value of type ${schema.type ?? ''}, ${wayOut}`,
    };
  }
  if (schema.type === 'array') {
    return { problem: `finds nothing: ${JSON.stringify(name)} is asked of a list, write [0] or [*] before it` };
  }
  const values = schema.additionalProperties ?? undefined;
  const valuesSchema = onlySchema(values);
  if (valuesSchema) return place(valuesSchema);
  if (values === true || keeps || schema.type === undefined) return undefined;
  const names = Object.keys(schema.properties ?? {});
  const wayOut = suggest(name, isObject ? [...names, 'metadata'] : names, 'declare it');
  return { problem: `finds nothing: ${JSON.stringify(name)} is not in the schema, ${wayOut}` };
}

const SCALARS: readonly string[] = ['string', 'integer', 'number', 'boolean'];

function itemsOf({ schema, keepsUnknown: keeps }: Place, kind: 'items' | 'all' | 'other'): Next {
  const items = onlySchema(schema.items);
  if (kind === 'other' || schema.type === undefined) return undefined;
  if (schema.type === 'array') return items && place(items, keeps);
  if (kind === 'items') return { problem: `finds nothing: "[...]" is asked of what is no list` };
  const values = onlySchema(schema.additionalProperties);
  return values && place(values);
}

function place(schema: JSONSchemaProps, keepsInherited = false): Place {
  const isObject = schema['x-kubernetes-embedded-resource'] === true;
  return { schema, isObject, keepsUnknown: keepsInherited || keepsUnknown(schema) };
}

function keepsUnknown(schema: JSONSchemaProps): boolean {
  return schema['x-kubernetes-preserve-unknown-fields'] === true;
}
