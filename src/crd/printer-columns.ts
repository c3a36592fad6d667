import type { CustomResourceColumnDefinition, JSONSchemaProps } from '../manifest/kubernetes';
import { type DefinitionProblem, error, warning } from './definition-problem';
import { followJsonPath } from './follow-json-path';
import { parseJsonPath } from './json-path';
import { notKnown } from './suggest';
import { own } from './own';

/** What is wrong with a column of `kubectl get`. */
export function* printerColumnProblems(
  column: Partial<CustomResourceColumnDefinition>,
  path: string,
  schema: JSONSchemaProps | undefined,
): Generator<DefinitionProblem> {
  const { name, type, format, jsonPath } = column;
  if (!name) yield error(`${path}.name`, 'is missing: write the title of the column, such as "Ready"');
  if (!type) yield error(`${path}.type`, `is missing: write one of ${TYPES.join(', ')}`);
  else if (!TYPES.includes(type)) yield error(`${path}.type`, notKnown(type, TYPES));
  if (format && !FORMATS.includes(format)) yield error(`${path}.format`, notKnown(format, FORMATS));
  if (!jsonPath) yield error(`${path}.jsonPath`, 'is missing: write the path of a field, such as ".spec.replicas"');
  else if (!jsonPath.startsWith('.')) {
    yield error(
      `${path}.jsonPath`,
      `${JSON.stringify(jsonPath)} does not begin with ".": write "${mendPath(jsonPath)}"`,
    );
  } else {
    const phrase = pathWarning(jsonPath, type, schema);
    if (phrase !== undefined) yield warning(`${path}.jsonPath`, `${JSON.stringify(jsonPath)} ${phrase}`);
  }
}

const TYPES: readonly string[] = ['string', 'integer', 'number', 'boolean', 'date'];
const FORMATS: readonly string[] = ['int32', 'int64', 'float', 'double', 'byte', 'date', 'date-time', 'password'];

/** `{.spec.a}`, `$.spec.a` and `spec.a` are `.spec.a`. */
export function mendPath(path: string): string {
  return `.${path.replace(/^\{?[$.]*|\}$/g, '')}`;
}

function pathWarning(path: string, type: string | undefined, schema: JSONSchemaProps | undefined): string | undefined {
  const parsed = parseJsonPath(path);
  if ('problem' in parsed) return `${parsed.problem}; the API server shows none of the columns`;
  const found = schema && followJsonPath(schema, parsed.steps);
  if (found === undefined) return undefined;
  return 'problem' in found ? found.problem : found.schema && cellWarning(found.schema, type);
}

/** Which types of values a type of column shows; a column of type string shows all. */
const SHOWS: Readonly<Record<string, readonly string[]>> = {
  boolean: ['boolean'],
  date: ['string'],
  integer: ['integer', 'number'],
  number: ['integer', 'number'],
};

function cellWarning(value: JSONSchemaProps, column: string | undefined): string | undefined {
  const shown = own(SHOWS, column ?? '');
  const type = value['x-kubernetes-int-or-string'] === true ? 'integer or string' : value.type;
  if (shown === undefined || !type) return undefined;
  if (!shown.includes(type))
    return `is of type ${type}, which a column of type ${column ?? ''} leaves empty: use type string`;
  const isOtherDate = column === 'date' && value.format !== undefined && value.format.replace('-', '') !== 'datetime';
  return isOtherDate
    ? `has format ${value.format ?? ''}, which a date column shows as <invalid>: use type string`
    : undefined;
}
