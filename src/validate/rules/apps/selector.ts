import type { Definitions, LabelSelector, PodTemplateSpec } from '../../../../imports/kubernetes/types';
import type { Path } from '../../path';
import type { Context, Report, Rule } from '../../rule';
import { matchesSelector } from '../../selector';
import { isValidSelector } from '../format/label-selector';
import { type Controller, CONTROLLERS } from './controllers';

export const emptySelector: Rule<Controller> = {
  code: 'empty-selector',
  severity: 'error',
  on: CONTROLLERS,
  summary: 'A workload selects its pods by at least one label, because an empty selector selects those of all others.',
  mirrors: 'pkg/apis/apps/validation/validation.go: ValidateDeploymentSpec, and likewise for the other kinds',
  check(spec, at, report, context) {
    const { matchLabels = {}, matchExpressions = [] } = selectorOf(spec, context);
    if (matchExpressions.length > 0 || Object.keys(matchLabels).length > 0) return;
    report(at.field('selector'), 'has no labels', 'take those of the template that tell its pods from others');
  },
};

export const selectorMismatch: Rule<Controller> = {
  code: 'selector-mismatch',
  severity: 'error',
  on: CONTROLLERS,
  summary:
    'The pods of a template have the labels that its selector asks for, because the workload would not find them.',
  mirrors: 'pkg/apis/apps/validation/validation.go: ValidatePodTemplateSpecForReplicaSet',
  check(spec, at, report, context) {
    const { template } = spec;
    const selector = selectorOf(spec, context);
    if (template === undefined || matchesSelector(selector, template.metadata?.labels)) return;
    // The server reads the map of a ReplicationController whatever is in it.
    if (context.object.kind === 'ReplicationController' || isValidSelector(selector)) {
      reportMismatch(selector, template, at, report);
    }
  },
};

/** Reports what a selector asks for and the labels of the template beside it do not give. */
export function reportMismatch(selector: LabelSelector, template: PodTemplateSpec, at: Path, report: Report): void {
  const labels = template.metadata?.labels ?? {};
  const { matchLabels = {}, matchExpressions = [] } = selector;
  for (const [key, value] of Object.entries(matchLabels)) {
    const label = labels[key];
    if (label === value) continue;
    const here = at.field('template').field('metadata').field('labels').field(key);
    const fact = label === undefined ? 'is missing' : `is "${label}"`;
    report(here, `${fact}, and the selector asks for "${value}"`, 'write the same in both');
  }
  for (const [index, requirement] of matchExpressions.entries()) {
    if (matchesSelector({ matchExpressions: [requirement] }, labels)) continue;
    const here = at.field('selector').field('matchExpressions').item(index);
    report(here, 'does not hold for the labels of the template', 'change it, or the labels');
  }
}

/** That of a ReplicationController is a map of labels, and filled in with those of its template. */
function selectorOf({ selector, template }: Definitions[Controller], { object }: Context): LabelSelector {
  // The others have a LabelSelector.
  if (object.kind !== 'ReplicationController') return selector as LabelSelector;
  const isGiven = selector !== undefined && Object.keys(selector).length > 0;
  return { matchLabels: (isGiven ? selector : template?.metadata?.labels) as LabelSelector['matchLabels'] };
}
