import type { ResourceFieldSelector } from '../../../../imports/kubernetes/types';
import type { Path } from '../../path';
import type { Rule } from '../../rule';
import { eachContainer } from '../pod/each-container';

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
