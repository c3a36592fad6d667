import { defined } from '../values/defined';
import { byteSizeProblem } from '../manifest/byte-size';
import { didYouMean } from '../values/did-you-mean';
import type { PodSpec, ResourceRequirements } from '../manifest/kubernetes';
import { dnsLabelProblem } from '../manifest/name';
import { checkOneOf } from '../props/one-of';
import { keyed, type Problems } from '../props/problem';
import { compareQuantities, quantityIsInteger, quantityProblem, type Quantity } from '../manifest/quantity';

/** Amounts by resource. Extended resources are those with a domain, such as `'nvidia.com/gpu'`. */
export interface ResourceList {
  /** Cores: `'500m'` is half of one. */
  readonly cpu?: Quantity;
  /** Bytes: `'512Mi'`, `'1G'`. Without a unit, what is less than a mebibyte is refused: `512` is a slip. */
  readonly memory?: Quantity;
  /** Bytes of the node's disk, for logs, `emptyDir` and what the container writes. */
  readonly 'ephemeral-storage'?: Quantity;
  readonly [hugePages: `hugepages-${string}`]: Quantity;
  readonly [extended: `${string}/${string}`]: Quantity;
}

/**
 * What a container asks of its node and may use at most. No figure is invented: none given, none written.
 *
 * @example
 * { requests: { cpu: '500m', memory: '1Gi' }, limits: { memory: '1Gi', 'nvidia.com/gpu': 1 } }
 */
export interface Resources {
  readonly requests?: ResourceList;
  readonly limits?: ResourceList;
  /** Which of the pod's `resourceClaims` this container uses. */
  readonly claims?: readonly { readonly name: string; readonly request?: string }[];
}

export function containerResources(resources: Resources | undefined): ResourceRequirements | undefined {
  const { requests, limits, claims } = resources ?? {};
  const written = defined({
    requests: filled(requests),
    limits: filled(limits),
    claims: claims?.length === 0 ? undefined : claims,
  });
  return Object.keys(written).length === 0 ? undefined : written;
}

function filled(list: ResourceList | undefined): Readonly<Record<string, Quantity>> | undefined {
  const given: Readonly<Record<string, Quantity>> = { ...defined(list ?? {}) };
  return Object.keys(given).length === 0 ? undefined : given;
}

/** @param claims the names of the pod's `resourceClaims` */
export function checkResources(
  problems: Problems,
  resources: Resources | undefined,
  claims: ReadonlySet<string>,
): void {
  const requests = amounts(resources?.requests);
  const limits = amounts(resources?.limits);
  for (const [list, entries] of Object.entries({ requests, limits })) {
    for (const [resource, amount] of entries)
      checkAmount(problems, keyed(`resources.${list}`, resource), resource, amount);
  }
  for (const [resource, request] of requests) {
    const limit = limits.get(resource);
    if (limit === undefined || quantityProblem(request) !== undefined || quantityProblem(limit) !== undefined) continue;
    const order = compareQuantities(request, limit);
    const prop = keyed('resources.requests', resource);
    if (order > 0) problems.add(prop, request, `is over its limit ${limit}: raise the limit, or lower the request`);
    else if (order < 0 && isWhole(resource))
      problems.add(prop, request, `is not its limit ${limit}: ${resource} cannot be overcommitted, make them equal`);
  }
  for (const [resource, request] of requests) {
    if (isWhole(resource) && !limits.has(resource)) {
      problems.add(keyed('resources.requests', resource), request, 'has no limit: give the same amount in limits');
    }
  }
  const all = new Map([...requests, ...limits]);
  for (const [resource, amount] of all) {
    if (!resource.startsWith('hugepages-') || all.has('cpu') || all.has('memory')) continue;
    problems.add(
      keyed('resources.limits', resource),
      amount,
      'stands alone: huge pages need cpu or memory beside them',
    );
  }
  for (const [index, { name }] of (resources?.claims ?? []).entries()) {
    problems.check(`resources.claims[${index}].name`, name, (claim) => claimProblem(claim, claims));
  }
}

function claimProblem(name: string, claims: ReadonlySet<string>): string | undefined {
  if (claims.has(name)) return undefined;
  const known = [...claims].map((claim) => `"${claim}"`).join(', ');
  return `is no resource claim of this pod: declare it in resourceClaims${known && `, or use ${known}`}`;
}

/** @see Kubernetes' own field: its names are what the `resources.claims` of containers refer to */
export function checkResourceClaims(problems: Problems, claims: PodSpec['resourceClaims']): void {
  const names = new Set<string>();
  for (const [index, claim] of (claims ?? []).entries()) {
    const at = problems.at(`resourceClaims[${index}]`);
    const twice = names.has(claim.name) ? 'is the name of another claim of this pod: take another' : undefined;
    at.check('name', claim.name, (name) => twice ?? dnsLabelProblem(name));
    checkOneOf(at, claim, 'source', ['resourceClaimName', 'resourceClaimTemplateName']);
    names.add(claim.name);
  }
}

function amounts(list: ResourceList | undefined): ReadonlyMap<string, Quantity> {
  return new Map(Object.entries(defined(list ?? {})) as [string, Quantity][]);
}

function checkAmount(problems: Problems, prop: string, resource: string, amount: Quantity): void {
  if (resource === 'memory' || resource === 'ephemeral-storage') {
    problems.check(prop, amount, (size) => byteSizeProblem(size, 'Mi'));
    return;
  }
  const isKnown = resource === 'cpu' || isWhole(resource);
  const problem = isKnown ? quantityProblem(amount) : unknownProblem(resource);
  if (problem !== undefined) problems.add(prop, amount, problem);
  else if (compareQuantities(amount, 0) < 0) problems.add(prop, amount, 'is below zero: write 0, or leave it out');
  else if (resource === 'cpu') problems.check(prop, amount, coresProblem);
  else if (isWhole(resource) && !quantityIsInteger(amount)) {
    problems.add(prop, amount, 'is not whole: ask for whole units');
  }
}

function unknownProblem(resource: string): string {
  const guess = didYouMean(resource, ['cpu', 'memory', 'ephemeral-storage']);
  const wayOut = guess === undefined ? 'write its domain, as in "nvidia.com/gpu"' : `did you mean "${guess}"`;
  return `is of a resource that is not known: ${wayOut}`;
}

function coresProblem(amount: Quantity): string | undefined {
  const [, number, unit] = /^(.*?)([kMGTPE]i?)$/.exec(String(amount)) ?? [];
  if (number === undefined) return undefined;
  return `has the unit "${unit}" of bytes: write "${number}m" for thousandths of a core, or "${number}" for cores`;
}

/** Extended resources and huge pages come in whole units, and a request must equal its limit. */
function isWhole(resource: string): boolean {
  return resource.includes('/') || resource.startsWith('hugepages-');
}
