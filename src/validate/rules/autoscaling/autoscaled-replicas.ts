import type { AnyObject } from '../../any-object';
import { ROOT } from '../../path';
import type { AppRule } from '../../rule';
import { autoscaled, AUTOSCALER_DEFINITIONS } from '../whole-app/replicas';

export const autoscaledReplicas: AppRule = {
  code: 'autoscaled-replicas',
  severity: 'warning',
  on: 'the whole app',
  needs: AUTOSCALER_DEFINITIONS,
  summary: 'A workload with an autoscaler has no replicas of its own, because each apply sets them back.',
  check(inventory, report) {
    for (const [item, { key }] of autoscaled(inventory)) {
      const { spec } = item.object as AnyObject & { readonly spec?: { readonly replicas?: number } };
      if (spec?.replicas === undefined) continue;
      const message = `is ${spec.replicas}, and the HorizontalPodAutoscaler "${key.name}" sets it, too`;
      report(item, ROOT.field('spec').field('replicas'), message, 'leave it out');
    }
  },
};
