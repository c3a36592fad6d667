import type { ResourceRequirements } from '../../../../imports/kubernetes/types';
import { quantityProblem } from '../../../manifest/quantity';
import { amountOf, isWholeNumber, milliOf, units64Of } from '../../amount';
import { split } from '../../check-field';
import type { Path } from '../../path';
import type { Report, Rule } from '../../rule';
import { isBarePod } from './bare-pod';
import { canOvercommit, containerResourceProblem, HUGE_PAGES, isExtended, podResourceProblem } from './resource-names';

type Amounts = Readonly<Record<string, string | number>>;

/** Runs over the two maps of requirements, and makes no path for what is right. */
function eachList(
  requirements: ResourceRequirements,
  check: (list: 'limits' | 'requests', amounts: Amounts) => void,
): void {
  if (requirements.limits !== undefined) check('limits', requirements.limits);
  if (requirements.requests !== undefined) check('requests', requirements.requests);
}

export const resourceName: Rule<'ResourceRequirements'> = {
  code: 'resource-name',
  severity: 'error',
  on: 'ResourceRequirements',
  summary: 'A container asks for cpu, memory, ephemeral-storage, huge pages, or a resource with a domain of its own.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateContainerResourceName, validatePodResourceName',
  check(requirements, at, report) {
    const problem = isOfPod(at) ? podResourceProblem : containerResourceProblem;
    eachList(requirements, (list, amounts) => checkNames(amounts, problem, at, list, report));
  },
};

/** Whether these are the resources of a pod as a whole. Those of a container are in an item of a list. */
function isOfPod({ parent }: Path): boolean {
  return typeof parent?.step !== 'number';
}

/** Reports the names of resources that `problem` finds wrong. */
export function checkNames(
  amounts: Amounts,
  problem: (name: string) => string | undefined,
  at: Path,
  field: string,
  report: Report,
): void {
  for (const name of Object.keys(amounts)) {
    const phrase = problem(name);
    if (phrase === undefined) continue;
    const { message, fix } = split(name, phrase);
    report(at.field(field).field(name), message, fix);
  }
}

export const resourceAmount: Rule<'ResourceRequirements'> = {
  code: 'resource-amount',
  severity: 'error',
  on: 'ResourceRequirements',
  summary: 'An amount of a resource is not negative, and that of a device is a whole number.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidateResourceQuantityValue',
  check(requirements, at, report) {
    eachList(requirements, (list, amounts) => checkAmounts(amounts, at, list, report));
  },
};

/** Reports amounts that are negative, or fractions where there are none. */
export function checkAmounts(amounts: Amounts, at: Path, field: string, report: Report): void {
  for (const name of Object.keys(amounts)) {
    const amount = amounts[name] ?? 0;
    const isPart = isExtended(name) && !isWholeNumber(amount);
    const problem = milliOf(amount) < 0n ? 'is negative' : isPart ? 'is not a whole number' : undefined;
    if (problem === undefined) continue;
    report(at.field(field).field(name), `"${amount}" ${problem}`, 'give a whole number from 0');
  }
}

export const resourceRequest: Rule<'ResourceRequirements'> = {
  code: 'resource-request',
  severity: 'error',
  on: 'ResourceRequirements',
  summary:
    'A request is at most its limit, and exactly that for huge pages and devices, of which no node promises too many.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateResourceRequirements',
  check({ limits = {}, requests }, at, report) {
    if (requests === undefined) return;
    for (const name of Object.keys(requests)) {
      const request = requests[name] ?? 0;
      const limit = limits[name];
      if (limit === undefined) {
        if (canOvercommit(name)) continue;
        const fix = `add the limit ${name}: ${request}`;
        report(at.field('limits').field(name), 'is missing, and a request of this resource needs it', fix);
        continue;
      }
      if (request === limit) continue;
      const [asked, allowed] = [milliOf(request), milliOf(limit)];
      const here = (): Path => at.field('requests').field(name);
      if (asked > allowed)
        report(here(), `"${request}" is more than the limit "${limit}"`, 'raise the limit, or ask for less');
      else if (asked < allowed && !canOvercommit(name)) {
        report(
          here(),
          `"${request}" is less than the limit "${limit}", which this resource cannot be`,
          'make them equal',
        );
      }
    }
  },
};

export const hugePages: Rule<'ResourceRequirements'> = {
  code: 'huge-pages',
  severity: 'error',
  on: 'ResourceRequirements',
  summary: 'Huge pages are a whole number of pages of the size in their name, beside cpu or memory.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateResourceQuantityHugePageValue',
  check(requirements, at, report, context) {
    let found: Path | undefined;
    let hasOther = false;
    eachList(requirements, (list, amounts) => {
      for (const name of Object.keys(amounts)) {
        if (name === 'cpu' || name === 'memory') hasOther = true;
        if (!name.startsWith(HUGE_PAGES)) continue;
        const here = at.field(list).field(name);
        found ??= here;
        const amount = amounts[name] ?? 0;
        if (isPages(name.slice(HUGE_PAGES.length), amount)) continue;
        report(here, `"${amount}" is not a whole number of these pages`, 'give a multiple of the size in the name');
      }
    });
    // In a bare Pod, the requests of the containers become those of the pod as a whole: pod-resources looks at them.
    if (found !== undefined && !hasOther && !(isBarePod(context) && isOfPod(at)))
      report(found, 'is there without cpu or memory', 'add a request or limit of memory');
  },
};

const WHOLE = 10n ** 9n;

function isPages(size: string, amount: string | number): boolean {
  if (quantityProblem(size) !== undefined) return false;
  const page = amountOf(size);
  return page > 0n && page % WHOLE === 0n && units64Of(amount) % (page / WHOLE) === 0n;
}
