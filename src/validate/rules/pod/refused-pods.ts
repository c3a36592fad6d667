import type { PodSpec } from '../../../../imports/kubernetes/types';
import { checkValue } from '../../check-field';
import type { Path } from '../../path';
import type { Context, Report, Rule } from '../../rule';
import { whiteSpaceProblem } from './container-image';
import { eachContainer } from './each-container';
import { gatedNode } from './gates';
import { podOverhead, podPriority } from './pod-fields';
import { podResources } from './pod-resources';
import { hostPortConflict } from './ports';

/** The rules that ask more of a bare Pod than of a template. */
const RULES: readonly Rule<'PodSpec'>[] = [gatedNode, hostPortConflict, podOverhead, podPriority, podResources];

/** Without any of these, none of the rules has anything to say. */
const FIELDS = ['hostNetwork', 'nodeName', 'overhead', 'preemptionPolicy', 'priority', 'resources'] as const;

export const refusedPods: Rule<'PodTemplateSpec'> = {
  code: 'refused-pods',
  severity: 'warning',
  on: 'PodTemplateSpec',
  summary:
    'What is wrong in a Pod is wrong in a template, too: the server takes the template, and then refuses each pod that is made from it.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidatePodCreate; SetDefaults_Pod of pkg/apis/core/v1/defaults.go',
  check({ spec }, at, report, context) {
    if (spec === undefined) return;
    const here = at.field('spec');
    if (FIELDS.some((field) => spec[field] !== undefined)) {
      const bare: Context = { ...context, object: { ...context.object, kind: 'Pod' } };
      for (const rule of RULES) {
        const reportNew: Report = (place, message, fix) => {
          if (!says(rule, spec, here, place, context)) report(place, message, fix);
        };
        rule.check(spec, here, reportNew, bare);
      }
    }
    eachContainer(spec, ({ image = '' }, list, index) => {
      if (whiteSpaceProblem(image) === undefined) return;
      checkValue(report, here.field(list).item(index), 'image', image, whiteSpaceProblem);
    });
  },
};

/** Whether a rule finds something at this place of the template itself. */
function says(rule: Rule<'PodSpec'>, spec: PodSpec, at: Path, place: Path, context: Context): boolean {
  let found = false;
  const listen: Report = (other) => {
    found ||= other.text() === place.text();
  };
  rule.check(spec, at, listen, context);
  return found;
}
