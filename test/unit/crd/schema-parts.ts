import type { ValueProblem } from '../../../src/crd/check-value';
import type { JSONSchemaProps } from '../../../src/manifest/kubernetes';

export type Properties = Readonly<Record<string, JSONSchemaProps>>;

export const TEXT: JSONSchemaProps = { type: 'string' };
export const INTEGER: JSONSchemaProps = { type: 'integer' };
export const KEEP = { 'x-kubernetes-preserve-unknown-fields': true } as const;
export const INT_OR_STRING: JSONSchemaProps = { 'x-kubernetes-int-or-string': true };

export function object(properties: Properties, more: JSONSchemaProps = {}): JSONSchemaProps {
  return { type: 'object', properties, ...more };
}

export function map(additionalProperties: JSONSchemaProps | boolean, more: JSONSchemaProps = {}): JSONSchemaProps {
  return { type: 'object', additionalProperties, ...more };
}

export function list(items: JSONSchemaProps, more: JSONSchemaProps = {}): JSONSchemaProps {
  return { type: 'array', items, ...more };
}

export function text(more: JSONSchemaProps): JSONSchemaProps {
  return { type: 'string', ...more };
}

export const SET = { 'x-kubernetes-list-type': 'set' } as const;

export function mapBy(...keys: readonly string[]) {
  return { 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': keys } as const;
}

export function required(...fields: readonly string[]): JSONSchemaProps {
  return { required: fields };
}

/** The problems as they would be printed. */
export function said(problems: readonly ValueProblem[]): readonly string[] {
  return problems.map(({ path, phrase }) => `${path} ${phrase}`.trim());
}
