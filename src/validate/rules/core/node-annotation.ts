import type { Taint } from '../../../../imports/kubernetes/types';
import { isFields } from '../../../values/fields';
import { labelKeyProblem, labelValueProblem } from '../../../manifest/name';
import type { Rule } from '../../rule';
import { readAnnotatedList, readAnnotation } from '../json-annotation';

const TAINTS = 'scheduler.alpha.kubernetes.io/taints';
const AVOID = 'scheduler.alpha.kubernetes.io/preferAvoidPods';

export const nodeAnnotation: Rule<'Node'> = {
  code: 'node-annotation',
  severity: 'error',
  on: 'Node',
  summary: 'The annotations of a node that Kubernetes reads have a value that it can read.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidateNodeSpecificAnnotations',
  check({ metadata }, at, report) {
    const { [TAINTS]: taints = '', [AVOID]: avoid = '' } = metadata?.annotations ?? {};
    const place = at.field('metadata').field('annotations');
    if (taints !== '' && !isListOfTaints(taints)) {
      report(place.field(TAINTS), 'is not a list of taints in JSON', 'take it away, and use spec.taints');
    }
    if (avoid !== '' && !isAboutControllers(avoid)) {
      report(place.field(AVOID), 'does not name the controllers of pods in JSON', 'take it away, and use spec.taints');
    }
  },
};

const EFFECTS: readonly string[] = ['NoExecute', 'NoSchedule', 'PreferNoSchedule'] satisfies Taint['effect'][];

type Texts = Partial<Readonly<Record<'key' | 'value' | 'effect', string>>>;

function isListOfTaints(text: string): boolean {
  // The names are in small letters now.
  const taints = readAnnotatedList(text, ['key', 'value', 'effect']);
  if (taints === undefined) return false;
  const isTaint = ({ key = '', value = '', effect = '' }: Texts): boolean =>
    labelKeyProblem(key) === undefined && labelValueProblem(value) === undefined && EFFECTS.includes(effect);
  return taints.every(isTaint) && new Set(taints.map(({ key, effect }) => `${key}:${effect}`)).size === taints.length;
}

function isAboutControllers(text: string): boolean {
  const { value } = readAnnotation(text) ?? {};
  if (value === null) return true;
  if (!isFields(value)) return false;
  const { preferavoidpods: entries = [] } = value;
  return Array.isArray(entries) && entries.every(isAboutController);
}

function isAboutController(entry: unknown): boolean {
  const step = (owner: unknown, field: string): unknown => (isFields(owner) ? owner[field] : undefined);
  const controller = step(step(entry, 'podsignature'), 'podcontroller');
  return step(controller, 'controller') === true;
}
