import { isFields } from '../manifest/fields';
import type { CustomResourceSubresources } from '../manifest/kubernetes';
import { own } from './own';
import { fieldStep, NONE, show, type ValueProblem } from './value-problem';

type Scale = NonNullable<CustomResourceSubresources['scale']>;

/**
 * What is wrong with the values of a custom resource that its scale subresource reads, whatever the schema says of them. The API server
 * looks at them whenever an object is written.
 *
 * It mirrors `ValidateScaleSpec` and `ValidateScaleStatus` in k8s.io/apiextensions-apiserver/pkg/registry/customresource/validator.go.
 *
 * @param seen the object with its defaults
 * @example scaleProblems({ specReplicasPath: '.spec.size', statusReplicasPath: '.status.size' }, { spec: { size: -1 } }) // one
 */
export function scaleProblems(scale: Scale, seen: unknown): readonly ValueProblem[] {
  const { specReplicasPath, statusReplicasPath, labelSelectorPath } = scale;
  return [
    ...problemsAt(seen, specReplicasPath, isReplicas, REPLICAS),
    ...problemsAt(seen, statusReplicasPath, isReplicas, REPLICAS),
    ...problemsAt(seen, labelSelectorPath, (value) => typeof value === 'string', 'a label selector: give a string'),
  ];
}

const MOST_REPLICAS = 2 ** 31 - 1;
const REPLICAS = `a number of replicas: give an integer from 0 to ${MOST_REPLICAS}`;

function isReplicas(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_REPLICAS;
}

function problemsAt(
  object: unknown,
  jsonPath: string | null | undefined,
  isRight: (value: unknown) => boolean,
  wanted: string,
): readonly ValueProblem[] {
  // A path is names between dots, and nothing else of JSONPath.
  const names = jsonPath ? jsonPath.replace(/^\./, '').split('.') : [];
  let [value, path] = [object, ''];
  for (const name of names) {
    if (value === null) return NONE;
    if (!isFields(value)) return [{ path, phrase: `is ${show(value)}, and scale reads ${name} in it: give an object` }];
    path = `${path}${fieldStep(name)}`.replace(/^\./, '');
    value = own(value, name);
    if (value === undefined) return NONE;
  }
  return names.length === 0 || isRight(value)
    ? NONE
    : [{ path, phrase: `is ${show(value)}, and scale reads it as ${wanted}` }];
}
