import type { Container, PodSpec, ResourceRequirements } from '../../../../imports/kubernetes/types';
import { milliOf } from '../../amount';
import type { Path } from '../../path';
import type { Report, Rule } from '../../rule';
import { isBarePod } from './bare-pod';
import { HUGE_PAGES } from './resource-names';

/** In thousandths, by the name of the resource. */
type Amounts = Map<string, bigint>;

export const podResources: Rule<'PodSpec'> = {
  code: 'pod-resources',
  severity: 'error',
  on: 'PodSpec',
  needs: ['PodSpec.resources'],
  summary: 'The resources of a pod as a whole are enough for its containers, because they share them.',
  mirrors:
    'pkg/apis/core/validation/validation.go: validatePodResources; defaultPodRequests of pkg/apis/core/v1/defaults.go',
  check(spec, at, report, context) {
    if (spec.resources === undefined) return;
    const here = at.field('resources');
    if (spec.os?.name === 'windows') {
      report(here, 'is there, but the pod is for Windows', 'give resources to the containers');
      return;
    }
    if (spec.resources.claims !== undefined) {
      report(here.field('claims'), 'is there, but claims are for containers', 'move it to the containers');
    }
    checkRequests(spec, spec.resources, isBarePod(context), here, report);
    checkLimits(spec, spec.resources, here, report);
    if (isBarePod(context)) checkHugePages(spec, spec.resources, here, report);
  },
};

function checkRequests(spec: PodSpec, pod: ResourceRequirements, isBare: boolean, at: Path, report: Report): void {
  const sums = needs(spec, ({ resources }) => (isBare ? requestsOf(resources) : amounts(resources?.requests)));
  for (const [name, sum] of sums) {
    const given = pod.requests?.[name];
    // The server gives a bare Pod the sum for a request, and that must not be above its limit.
    const [list, limit] = given === undefined && isBare ? ['limits', pod.limits?.[name]] : ['requests', given];
    if (limit === undefined || milliOf(limit) >= sum) continue;
    // Huge pages are no sum, and for a container with too high a limit there is a message below.
    if (list === 'limits' && (name.startsWith(HUGE_PAGES) || hasHigherLimit(spec, name, limit))) continue;
    report(
      at.field(list).field(name),
      `"${limit}" is less than the ${show(sum)} that its containers request`,
      `give ${show(sum)}`,
    );
  }
}

function hasHigherLimit({ containers }: PodSpec, name: string, limit: string | number): boolean {
  return containers.some(({ resources }) => milliOf(resources?.limits?.[name] ?? 0) > milliOf(limit));
}

/** In a bare Pod, the requests of containers are added to those of the pod, and cpu or memory may be among them. */
function checkHugePages(spec: PodSpec, pod: ResourceRequirements, at: Path, report: Report): void {
  const own = Object.keys({ ...pod.limits, ...pod.requests });
  const hugePages = own.find((name) => name.startsWith(HUGE_PAGES));
  if (hugePages === undefined) return;
  const names = [...own, ...needs(spec, ({ resources }) => requestsOf(resources)).keys()];
  if (names.includes('cpu') || names.includes('memory')) return;
  report(at, `has ${hugePages} without cpu or memory`, 'add a request or limit of memory');
}

function checkLimits(spec: PodSpec, pod: ResourceRequirements, at: Path, report: Report): void {
  if (pod.limits === undefined) return;
  for (const [name, sum] of needs(spec, ({ resources }) => amounts(resources?.limits))) {
    const limit = pod.limits[name];
    if (!name.startsWith(HUGE_PAGES) || limit === undefined || milliOf(limit) >= sum) continue;
    report(
      at.field('limits').field(name),
      `"${limit}" is less than the ${show(sum)} that its containers have`,
      `give ${show(sum)}`,
    );
  }
  for (const [index, { resources }] of spec.containers.entries()) {
    for (const [name, amount] of Object.entries(resources?.limits ?? {})) {
      const limit = pod.limits[name];
      if (limit === undefined || milliOf(amount) <= milliOf(limit)) continue;
      const here = at.parent?.field('containers').item(index).field('resources').field('limits').field(name) ?? at;
      report(here, `"${amount}" is more than the limit of the pod, "${limit}"`, 'give at most that');
    }
  }
}

/** What the containers need at once: all that run, or one init container beside the sidecars before it. */
function needs({ containers, initContainers = [] }: PodSpec, of: (container: Container) => Amounts): Amounts {
  const running: Amounts = new Map();
  const sidecars: Amounts = new Map();
  const most: Amounts = new Map();
  for (const container of containers) add(running, of(container));
  for (const container of initContainers) {
    const own = of(container);
    if (container.restartPolicy === 'Always') {
      add(running, own);
      add(sidecars, own);
      raise(most, sidecars);
    } else {
      add(own, sidecars);
      raise(most, own);
    }
  }
  raise(running, most);
  return running;
}

/** In a bare Pod, a limit without a request is its own request. */
function requestsOf(resources: ResourceRequirements | undefined): Amounts {
  return new Map([...amounts(resources?.limits), ...amounts(resources?.requests)]);
}

function amounts(list: ResourceRequirements['limits'] = {}): Amounts {
  return new Map(Object.entries(list).map(([name, amount]) => [name, milliOf(amount)]));
}

function add(to: Amounts, amounts: Amounts): void {
  for (const [name, amount] of amounts) to.set(name, (to.get(name) ?? 0n) + amount);
}

function raise(to: Amounts, amounts: Amounts): void {
  for (const [name, amount] of amounts) if (amount > (to.get(name) ?? 0n)) to.set(name, amount);
}

function show(milli: bigint): string {
  if (milli % 1000n !== 0n) return `${milli}m`;
  const whole = milli / 1000n;
  const unit = UNITS.find(([, size]) => whole % size === 0n && whole >= size);
  return unit === undefined ? String(whole) : `${whole / unit[1]}${unit[0]}`;
}

const UNITS: readonly (readonly [string, bigint])[] = [
  ['Gi', 2n ** 30n],
  ['Mi', 2n ** 20n],
];
