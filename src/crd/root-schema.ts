import type { JSONSchemaProps } from '../manifest/kubernetes';
import { type DefinitionProblem, error, warning } from './definition-problem';
import { isLeftOut } from './left-out';
import { own } from './own';

/** What the schema of a whole resource may not say. */
export function* rootSchemaProblems(
  schema: JSONSchemaProps,
  path: string,
  hasStatus: boolean,
): Generator<DefinitionProblem> {
  if (schema.nullable === true)
    yield error(`${path}.nullable`, 'is at the root, and a resource is never null: leave it out');
  if (!hasStatus) return;
  for (const [field, value] of Object.entries(schema)) {
    const isEmpty = typeof value === 'object' && value !== null;
    if (BESIDE_STATUS.includes(field) || (isLeftOut(field, value) && !isEmpty)) continue;
    yield error(
      `${path}.${field}`,
      'is at the root, where a resource with the subresource status has only properties: say it of spec',
    );
  }
}

/** What the root may have when its status is a subresource, which is then checked by itself. */
const BESIDE_STATUS: readonly string[] = [
  ...['description', 'type', 'format', 'title', 'example', 'externalDocs'],
  ...['maximum', 'exclusiveMaximum', 'minimum', 'exclusiveMinimum', 'multipleOf', 'maxLength', 'minLength', 'pattern'],
  ...['maxItems', 'minItems', 'uniqueItems', 'items', 'required', 'properties'],
  ...['x-kubernetes-preserve-unknown-fields', 'x-kubernetes-validations'],
];

/** A subresource `status` of which nothing is declared keeps nothing that a controller writes. */
export function statusWarning(schema: JSONSchemaProps, path: string): readonly DefinitionProblem[] {
  const keeps =
    schema['x-kubernetes-preserve-unknown-fields'] === true || own(schema.properties, 'status') !== undefined;
  return keeps
    ? []
    : [warning(path, 'is not in the schema, so nothing of it is stored: declare it in properties, or leave it out')];
}
