import type { JSONSchemaProps, SelectableField } from '../manifest/kubernetes';
import { type DefinitionProblem, error } from './definition-problem';
import { followFieldPath } from './field-path';
import { sameJson } from '../values/same-json';
import type { Version } from './versions';

const MOST = 8;
const TYPES: readonly string[] = ['string', 'boolean', 'integer'];

/** What is wrong with the fields by which `kubectl get --field-selector` chooses. */
export function* selectableFieldProblems(
  fields: readonly Partial<SelectableField>[],
  path: string,
  schema: JSONSchemaProps,
): Generator<DefinitionProblem> {
  const paths = fields.map((field) => field?.jsonPath ?? '');
  for (const [index, jsonPath] of paths.entries()) {
    const isTwice = paths.indexOf(jsonPath) !== index;
    const problem = isTwice ? 'is there twice: leave it out' : fieldProblem(jsonPath, schema);
    const value = jsonPath === '' ? '' : `${JSON.stringify(jsonPath)} `;
    if (problem !== undefined) yield error(`${path}[${index}].jsonPath`, `${value}${problem}`);
  }
  const different = new Set(paths.filter((jsonPath) => jsonPath !== '')).size;
  if (different > MOST) yield error(path, `has ${different} fields; it holds ${MOST}`);
}

function fieldProblem(path: string, schema: JSONSchemaProps): string | undefined {
  if (path === '') return 'is missing: write the path of a field, such as ".spec.color"';
  const found = followFieldPath(schema, path, false);
  if ('problem' in found) return found.problem;
  if (path.startsWith('.metadata.') || path === '.metadata')
    return 'is of metadata, whose name can be selected anyway: leave it out';
  const type = found.schema?.type;
  if (type && TYPES.includes(type)) return undefined;
  return `is of type ${type ?? 'any'}: only strings, booleans and integers can be selected`;
}

/**
 * The API server keeps what all versions have alike in one place, and then looks for the schema of the fields in that place. So it takes
 * selectable fields only when the versions have either both alike, or neither.
 */
export function* sharedSelectableFieldProblems(
  versions: readonly Version[],
  haveOneSchema: boolean,
): Generator<DefinitionProblem> {
  const fields = versions.map(({ selectableFields }) => selectableFields ?? []);
  const areAlike = fields.every((list) => sameJson(list, fields[0]));
  if (haveOneSchema === areAlike) return;
  const why = areAlike
    ? 'is the same in all versions, whose schemas differ, which the API server refuses: add a field to one of them, or leave one out'
    : 'is not the same in all versions, whose schemas are, which the API server refuses: make it the same';
  for (const [index, list] of fields.entries()) {
    if (list.length > 0) yield error(`spec.versions[${index}].selectableFields`, why);
  }
}
