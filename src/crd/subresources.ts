import type { CustomResourceSubresources, JSONSchemaProps } from '../manifest/kubernetes';
import { type DefinitionProblem, error, warning } from './definition-problem';
import { followJsonPath } from './follow-json-path';
import { mendPath } from './printer-columns';
import { statusWarning } from './root-schema';

/** What is wrong with the subresources `status` and `scale`. */
export function* subresourceProblems(
  { status, scale }: CustomResourceSubresources,
  path: string,
  schema: JSONSchemaProps | undefined,
): Generator<DefinitionProblem> {
  if (status && schema) yield* statusWarning(schema, `${path}.status`);
  if (!scale) return;
  for (const [field, { below, type, isRequired }] of Object.entries(SCALE_PATHS)) {
    const jsonPath = scale[field as keyof typeof SCALE_PATHS];
    const at = `${path}.scale.${field}`;
    const example = `${below[0] ?? ''}${type === 'integer' ? 'replicas' : 'selector'}`;
    if (!jsonPath) {
      if (isRequired) yield error(at, `is missing: write the path of a field, such as "${example}"`);
      continue;
    }
    if (below.some((start) => jsonPath.startsWith(start))) {
      const phrase = schema && scalePathWarning(jsonPath, type, schema);
      if (phrase !== undefined) yield warning(at, `${JSON.stringify(jsonPath)} ${phrase}`);
    } else {
      const mended = mendPath(jsonPath);
      const such = below.some((start) => mended.startsWith(start)) ? mended : example;
      yield error(at, `${JSON.stringify(jsonPath)} is not below ${below.join(' or ')}: write a path such as "${such}"`);
    }
  }
}

interface ScalePath {
  /** How it begins. */
  readonly below: readonly string[];
  readonly type: 'integer' | 'string';
  readonly isRequired: boolean;
}

const SCALE_PATHS = {
  specReplicasPath: { below: ['.spec.'], type: 'integer', isRequired: true },
  statusReplicasPath: { below: ['.status.'], type: 'integer', isRequired: true },
  labelSelectorPath: { below: ['.status.', '.spec.'], type: 'string', isRequired: false },
} as const satisfies Readonly<Record<string, ScalePath>>;

/** `scale` follows names between dots, and nothing else of JSONPath. */
function scalePathWarning(path: string, type: string, schema: JSONSchemaProps): string | undefined {
  const names = path.slice(1).split('.');
  const found = followJsonPath(
    schema,
    names.map((name) => ({ kind: 'field', name })),
  );
  if ('problem' in found) return found.problem;
  const actual = found.schema?.['x-kubernetes-int-or-string'] === true ? 'integer or string' : found.schema?.type;
  if (!actual || actual === type) return undefined;
  return `is of type ${actual}, and scale needs ${type === 'integer' ? 'an integer' : 'a string'}: name another field`;
}
