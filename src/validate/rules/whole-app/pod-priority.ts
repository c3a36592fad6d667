import { ROOT } from '../../path';
import type { AppRule } from '../../rule';
import { podPriority as ofPod } from '../pod/pod-fields';

/** The rule of a Pod, which does not hold where a PriorityClass of the app is for all pods without one. */
export const podPriority: AppRule = {
  code: ofPod.code,
  severity: ofPod.severity,
  on: 'the whole app',
  needs: ['PodSpec.priority', 'PodSpec.preemptionPolicy'],
  summary: ofPod.summary,
  mirrors: 'plugin/pkg/admission/priority/admission.go: admitPod',
  check(inventory, report, context) {
    const classes = inventory.ofKind('scheduling.k8s.io/v1/PriorityClass');
    const hasDefault = classes.some(({ object }) => object.globalDefault === true);
    for (const item of inventory.ofKind('v1/Pod')) {
      const { spec } = item.object;
      if (spec === undefined || (hasDefault && (spec.priorityClassName ?? '') === '')) continue;
      ofPod.check(spec, ROOT.field('spec'), (at, ...rest) => report(item, at, ...rest), {
        kubernetes: context.kubernetes,
        object: item.object,
      });
    }
  },
};
