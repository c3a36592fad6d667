import type { PersistentVolumeClaim } from '../../../../imports/kubernetes/types';
import { showKey } from '../../../manifest/object-key';
import type { AppRule } from '../../rule';
import type { Pods } from '../../inventory';
import { keyBeside } from '../../key-beside';
import { replicasOf } from '../whole-app/replicas';

export const sharedClaim: AppRule = {
  code: 'shared-claim',
  severity: 'warning',
  on: 'the whole app',
  needs: ['PersistentVolumeClaimVolumeSource'],
  summary: 'A volume that one node mounts at a time belongs to one pod, because others wait for ever on another node.',
  check(inventory, report) {
    const users = new Map<string, Pods>();
    for (const pods of inventory.pods) {
      const { item, at, template } = pods;
      const { spec } = template;
      if (spec?.volumes === undefined || isShort(item.key.kind) || staysTogether(pods)) continue;
      spec.volumes.forEach(({ persistentVolumeClaim }, index) => {
        if (persistentVolumeClaim === undefined) return;
        const name = persistentVolumeClaim.claimName;
        const key = keyBeside(item, '', 'PersistentVolumeClaim', name);
        const claim = inventory.find(key);
        if (!claim?.isSound || !isOfOneNode(claim.object as PersistentVolumeClaim)) return; // Its key says that it is one.
        const place = at.field('spec').field('volumes').item(index).field('persistentVolumeClaim').field('claimName');
        const fix = 'give the claim ReadWriteMany, or each pod a claim of its own';
        const other = users.get(showKey(key));
        users.set(showKey(key), pods);
        const count = item.key.kind === 'DaemonSet' ? Infinity : (replicasOf(item) ?? 1);

        if (count > 1) report(item, place, `"${name}" is ReadWriteOnce, and several pods mount it`, fix);
        else if (other !== undefined && other.item !== item) {
          report(
            item,
            place,
            `"${name}" is ReadWriteOnce, and the ${other.item.key.kind} "${other.item.key.name}" mounts it, too`,
            fix,
          );
        }
      });
    }
  },
};

/** The pods of a job come and go, and may wait for each other. */
function isShort(kind: string): boolean {
  return kind === 'Job' || kind === 'CronJob' || kind === 'PodTemplate';
}

/** Whether somebody has seen to it that the pods are on one node. */
function staysTogether({ template: { spec } }: Pods): boolean {
  return spec?.affinity?.podAffinity !== undefined || spec?.nodeName !== undefined || spec?.nodeSelector !== undefined;
}

function isOfOneNode({ spec }: PersistentVolumeClaim): boolean {
  const { accessModes = [] } = spec ?? {};
  return accessModes.length > 0 && accessModes.every((mode) => mode.startsWith('ReadWriteOnce'));
}
