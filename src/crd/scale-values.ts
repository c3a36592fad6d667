import { isFields } from '../values/fields';
import type { CustomResourceSubresources } from '../manifest/kubernetes';
import { own } from './own';
import { fieldStep, show, type ValueProblem } from './value-problem';

type Scale = NonNullable<CustomResourceSubresources['scale']>;

/**
 * What is wrong with the values of a custom resource that its scale subresource reads, whatever the schema says of them. The API server
 * looks at them whenever an object is written.
 *
 * It mirrors `ValidateScaleSpec` and `ValidateScaleStatus` in k8s.io/apiextensions-apiserver/pkg/registry/customresource/validator.go.
 *
 * @returns a function of an object that has its defaults
 * @example
 * const problems = scaleProblems({ specReplicasPath: '.spec.size', statusReplicasPath: '.status.size' });
 * problems({ spec: { size: -1 } })[0]?.path; // 'spec.size'
 */
export function scaleProblems(scale: Scale): (seen: unknown) => readonly ValueProblem[] {
  const reads = [
    read(scale.specReplicasPath, isReplicas, REPLICAS),
    read(scale.statusReplicasPath, isReplicas, REPLICAS),
    read(scale.labelSelectorPath, (value) => typeof value === 'string', 'a label selector: give a string'),
  ].filter(({ names }) => names.length > 0);
  return (seen) => {
    const found: ValueProblem[] = [];
    for (const each of reads) {
      const problem = problemOf(each, seen);
      if (problem !== undefined) found.push(problem);
    }
    return found;
  };
}

const MOST_REPLICAS = 2 ** 31 - 1;
const REPLICAS = `a number of replicas: give an integer from 0 to ${MOST_REPLICAS}`;

function isReplicas(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_REPLICAS;
}

/** A value that is read. */
interface Read {
  /** The fields on the way to it: a path is names between dots, and nothing else of JSONPath. */
  readonly names: readonly string[];
  readonly isRight: (value: unknown) => boolean;
  readonly wanted: string;
}

function read(jsonPath: string | null | undefined, isRight: Read['isRight'], wanted: string): Read {
  return { names: jsonPath ? jsonPath.replace(/^\./, '').split('.') : [], isRight, wanted };
}

function problemOf({ names, isRight, wanted }: Read, object: unknown): ValueProblem | undefined {
  let value = object;
  let depth = 0;
  for (const name of names) {
    if (value === null) return undefined;
    if (!isFields(value)) {
      const phrase = `is ${show(value)}, and scale reads ${name} in it: give an object`;
      return { path: pathOf(names.slice(0, depth)), phrase };
    }
    value = own(value, name);
    if (value === undefined) return undefined;
    depth++;
  }
  if (isRight(value)) return undefined;
  return { path: pathOf(names), phrase: `is ${show(value)}, and scale reads it as ${wanted}` };
}

function pathOf(names: readonly string[]): string {
  return names.map(fieldStep).join('').replace(/^\./, '');
}
