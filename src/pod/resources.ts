import { defined } from '../manifest/defined';
import type { ResourceRequirements } from '../manifest/kubernetes';
import { keyed, type Problems } from '../manifest/problem';
import { compareQuantities, quantityIsInteger, quantityProblem, type Quantity } from '../manifest/quantity';

/** Amounts by resource. Extended resources are those with a domain, such as `'nvidia.com/gpu'`. */
export interface ResourceList {
  /** Cores: `'500m'` is half of one. */
  readonly cpu?: Quantity;
  /** Bytes: `'512Mi'`, `'1G'`. */
  readonly memory?: Quantity;
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
  /** Names of the pod's `resourceClaims` that this container uses. */
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

export function checkResources(problems: Problems, resources: Resources | undefined): void {
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
}

function amounts(list: ResourceList | undefined): ReadonlyMap<string, Quantity> {
  return new Map(Object.entries(defined(list ?? {})) as [string, Quantity][]);
}

function checkAmount(problems: Problems, prop: string, resource: string, amount: Quantity): void {
  const problem = quantityProblem(amount);
  if (problem !== undefined) problems.add(prop, amount, problem);
  else if (compareQuantities(amount, 0) < 0) problems.add(prop, amount, 'is below zero: write 0, or leave it out');
  else if (resource !== 'cpu' && resource !== 'memory' && isWhole(resource) && !quantityIsInteger(amount)) {
    problems.add(prop, amount, 'is not whole: ask for whole units');
  } else if ((resource === 'memory' || resource === 'ephemeral-storage') && /[mun]$/.test(String(amount))) {
    const mended = `${parseFloat(String(amount))}Mi`;
    problems.add(prop, amount, `is in fractions of a byte: write "${mended}" for mebibytes`);
  }
}

/** Extended resources and huge pages come in whole units, and a request must equal its limit. */
function isWhole(resource: string): boolean {
  return resource.includes('/') || resource.startsWith('hugepages-');
}
