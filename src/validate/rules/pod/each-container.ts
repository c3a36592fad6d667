import type { Container, PodSpec } from '../../../../imports/kubernetes/types';

/** The fields of a pod that have containers. The third, ephemeralContainers, no manifest can have. */
export type ContainerList = 'containers' | 'initContainers';

/** Visits all containers of a pod. The visitor makes a path only when it has to: `at.field(list).item(index)`. */
export function eachContainer(
  { containers, initContainers }: Pick<PodSpec, ContainerList>,
  visit: (container: Container, list: ContainerList, index: number) => void,
): void {
  containers.forEach((container, index) => visit(container, 'containers', index));
  initContainers?.forEach((container, index) => visit(container, 'initContainers', index));
}
