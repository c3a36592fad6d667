import { labelKeyProblem } from '../../../manifest/name';

/** The resources that Kubernetes knows, and a prefix for huge pages. A container can ask for the first three only. */
const OF_CONTAINERS = ['cpu', 'memory', 'ephemeral-storage'];
export const HUGE_PAGES = 'hugepages-';

/** What is wrong with the name of a resource of a container, as a phrase (validateContainerResourceName). */
export function containerResourceProblem(name: string): string | undefined {
  if (OF_CONTAINERS.includes(name)) return undefined;
  const problem = labelKeyProblem(name);
  if (problem !== undefined) return problem;
  if (!name.includes('/')) {
    if (name.startsWith(HUGE_PAGES)) return undefined;
    return `is not a resource of a container: give ${OF_CONTAINERS.join(', ')}, or a name with a domain`;
  }
  if (isNative(name) || isExtended(name)) return undefined;
  return 'is not the name of an extended resource: take another domain than "requests."';
}

/** What is wrong with the name of a resource of a pod as a whole (validatePodResourceName). */
export function podResourceProblem(name: string): string | undefined {
  if (name === 'cpu' || name === 'memory') return undefined;
  const problem = labelKeyProblem(name);
  if (problem !== undefined) return problem;
  return name.startsWith(HUGE_PAGES) ? undefined : 'is not for a pod as a whole: give it to its containers';
}

/** A resource of Kubernetes itself, rather than of a device plugin. */
function isNative(name: string): boolean {
  return !name.includes('/') || name.includes('kubernetes.io/');
}

/** A resource of a device plugin; it is counted in whole numbers. */
export function isExtended(name: string): boolean {
  return !isNative(name) && !name.startsWith('requests.') && labelKeyProblem(`requests.${name}`) === undefined;
}

/** Whether a request may be less than its limit, so that the sum of the limits may be more than there is. */
export function canOvercommit(name: string): boolean {
  return isNative(name) && !name.startsWith(HUGE_PAGES);
}
