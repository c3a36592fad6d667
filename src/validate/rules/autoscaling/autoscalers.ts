import type { Item } from '../../inventory';
import { groupOf } from '../../../manifest/object-key';
import { ROOT } from '../../path';
import type { AppRule } from '../../rule';
import { builtInSchema } from '../../schema';
import { autoscalers, AUTOSCALER_DEFINITIONS } from '../whole-app/replicas';

export const duplicateAutoscaler: AppRule = {
  code: 'duplicate-autoscaler',
  severity: 'warning',
  on: 'the whole app',
  needs: AUTOSCALER_DEFINITIONS,
  summary: 'A workload has one HorizontalPodAutoscaler, because of two neither does anything.',
  mirrors: 'pkg/controller/podautoscaler/horizontal.go: validateAndParseSelector',
  check(inventory, report) {
    const seen = new Map<string, Item>();
    for (const item of autoscalers(inventory)) {
      const target = item.object.spec?.scaleTargetRef;
      if (target === undefined) continue;
      const key = JSON.stringify([item.key.namespace, groupOf(target.apiVersion ?? ''), target.kind, target.name]);
      const earlier = seen.get(key);
      // Two objects of one name are one: that is another rule's.
      if (earlier === undefined || earlier.key.name === item.key.name) seen.set(key, item);
      else {
        const message = `is scaled by the HorizontalPodAutoscaler "${earlier.key.name}", too`;
        report(item, ROOT.field('spec').field('scaleTargetRef'), message, 'put the metrics of both into one');
      }
    }
  },
};

export const unscalableTarget: AppRule = {
  code: 'unscalable-target',
  severity: 'warning',
  on: 'the whole app',
  needs: AUTOSCALER_DEFINITIONS,
  summary: 'What an autoscaler scales has replicas, and is named with the API group that its kind is in.',
  mirrors: 'pkg/controller/podautoscaler/horizontal.go: scaleForResourceMappings',
  check(inventory, report) {
    for (const item of autoscalers(inventory)) {
      const { apiVersion = '', kind } = item.object.spec?.scaleTargetRef ?? { kind: '' };
      const group = groupOf(apiVersion);
      // Without a group the server refuses it, if it is no ReplicationController.
      if ((group === '' && kind !== 'ReplicationController') || !isOfKubernetes(group)) continue;
      const at = ROOT.field('spec').field('scaleTargetRef');
      const right = SCALABLE.get(kind);
      if (right === undefined) {
        const fix = 'name a Deployment, StatefulSet or ReplicaSet';
        report(item, at.field('kind'), `"${kind}" has no replicas to set`, fix);
      } else if (groupOf(right) !== group) {
        report(item, at.field('apiVersion'), `"${apiVersion}" has no ${kind}`, `write "${right}"`);
      }
    }
  },
};

const SCALABLE: ReadonlyMap<string, string> = new Map([
  ['Deployment', 'apps/v1'],
  ['StatefulSet', 'apps/v1'],
  ['ReplicaSet', 'apps/v1'],
  ['ReplicationController', 'v1'],
]);

/** Whether a group is not one of custom resources, which may be scalable. */
function isOfKubernetes(group: string): boolean {
  if (!group.includes('.')) return true;
  return Object.keys(builtInSchema().kinds).some((kind) => kind.startsWith(`${group}/`));
}
