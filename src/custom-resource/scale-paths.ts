import { own } from '../crd/own';
import type { CustomResourceDefinition, JSONSchemaProps } from '../manifest/kubernetes';

type Version = CustomResourceDefinition['spec']['versions'][number];

export interface ScalePathProblem {
  readonly field: 'specReplicasPath' | 'statusReplicasPath';
  readonly phrase: string;
}

/** Sizes that the schema takes, and for which the API server refuses the object once it has the subresource `scale`. */
export function scalePathProblems({ schema, subresources }: Version): readonly ScalePathProblem[] {
  return (['specReplicasPath', 'statusReplicasPath'] as const).flatMap((field) => {
    const path = subresources?.scale?.[field];
    const phrase = path ? sizeProblem(at(path, schema?.openAPIV3Schema ?? {})) : undefined;
    return phrase === undefined ? [] : [{ field, phrase: `${JSON.stringify(path)} ${phrase}` }];
  });
}

function at(path: string, root: JSONSchemaProps): JSONSchemaProps | undefined {
  const names = path.split('.').slice(1);
  return names.reduce<JSONSchemaProps | undefined>((schema, name) => own(schema?.properties, name), root);
}

const MOST = 2 ** 31 - 1;

function sizeProblem(schema: JSONSchemaProps | undefined): string | undefined {
  if (schema?.type !== 'integer') return undefined;
  const { minimum = -Infinity, exclusiveMinimum, maximum = Infinity, exclusiveMaximum, enum: values } = schema;
  const sizes = values?.map(Number) ?? [
    exclusiveMinimum ? minimum + 1 : minimum,
    exclusiveMaximum ? maximum - 1 : maximum,
  ];
  if (sizes.every((size) => size >= 0 && size <= MOST)) return undefined;
  return `may be below 0 or above ${MOST}, which the API server refuses as a size: make it int32().min(0)`;
}
