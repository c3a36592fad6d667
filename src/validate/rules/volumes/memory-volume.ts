import type { PodSpec } from '../../../../imports/kubernetes/types';
import { amountOf } from '../../amount';
import type { Rule } from '../../rule';

export const memoryVolume: Rule<'PodSpec'> = {
  code: 'memory-volume',
  severity: 'warning',
  on: 'PodSpec',
  needs: ['EmptyDirVolumeSource'],
  summary:
    'An emptyDir in memory is smaller than what the containers that write to it may use, because it counts as theirs: they are killed before it is full.',
  mirrors: 'pkg/volume/emptydir/empty_dir.go: calculateEmptyDirMemorySize',
  check({ containers, volumes = [] }, at, report) {
    volumes.forEach(({ name, emptyDir }, index) => {
      if (emptyDir?.medium !== 'Memory' || emptyDir.sizeLimit === undefined) return;
      const limits = limitsOf(containers, name);
      const size = amountOf(emptyDir.sizeLimit);
      if (limits === undefined || size === 0n || size <= limits) return;
      const here = at.field('volumes').item(index).field('emptyDir').field('sizeLimit');
      const message = `is ${emptyDir.sizeLimit}, more than the memory of the containers that mount it`;
      report(here, message, 'make it smaller, or raise their limits');
    });
  },
};

/** What all containers that mount a volume may use together; undefined if there is no end to it. */
function limitsOf(containers: PodSpec['containers'], volume: string): bigint | undefined {
  let sum: bigint | undefined;
  for (const { volumeMounts = [], resources } of containers) {
    if (!volumeMounts.some(({ name }) => name === volume)) continue;
    const limit = resources?.limits?.['memory'];
    if (limit === undefined) return undefined;
    sum = (sum ?? 0n) + amountOf(limit);
  }
  return sum;
}
