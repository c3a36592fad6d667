import type { PodSpec, ResourceFieldSelector } from '../../../../imports/kubernetes/types';
import { amountOf } from '../../amount';
import type { Path } from '../../path';
import type { Rule } from '../../rule';
import { eachContainer } from '../pod/each-container';

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

export const unknownContainer: Rule<'PodSpec'> = {
  code: 'unknown-container',
  severity: 'warning',
  on: 'PodSpec',
  needs: ['ResourceFieldSelector'],
  summary: 'A resourceFieldRef names a container of its own pod, or the container that needs it is not made.',
  mirrors: 'pkg/api/v1/resource/helpers.go: ExtractResourceValueByContainerName',
  check(spec, at, report) {
    const { containers, initContainers = [], volumes } = spec;
    const check = ({ containerName: name = '' }: ResourceFieldSelector, place: Path): void => {
      const names = [...containers, ...initContainers].map((container) => container.name);
      if (name === '' || names.includes(name)) return;
      const here = place.field('resourceFieldRef').field('containerName');
      report(here, `"${name}" is no container of the pod`, `write ${names.join(' or ')}`);
    };
    eachContainer(spec, ({ env }, list, index) => {
      env?.forEach(({ valueFrom }, variable) => {
        const ref = valueFrom?.resourceFieldRef;
        if (ref !== undefined) check(ref, at.field(list).item(index).field('env').item(variable).field('valueFrom'));
      });
    });
    volumes?.forEach(({ downwardAPI }, index) =>
      downwardAPI?.items?.forEach(({ resourceFieldRef }, place) => {
        if (resourceFieldRef === undefined) return;
        check(resourceFieldRef, at.field('volumes').item(index).field('downwardAPI').field('items').item(place));
      }),
    );
  },
};
