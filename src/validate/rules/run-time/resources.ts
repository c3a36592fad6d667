import { amountOf } from '../../amount';
import type { Path } from '../../path';
import type { Report, Rule } from '../../rule';

export const resourceUnit: Rule<'Container' | 'EmptyDirVolumeSource' | 'VolumeResourceRequirements'> = {
  code: 'resource-unit',
  severity: 'warning',
  on: ['Container', 'EmptyDirVolumeSource', 'VolumeResourceRequirements'],
  needs: ['ResourceRequirements', 'EmptyDirVolumeSource.sizeLimit', 'VolumeResourceRequirements'],
  summary:
    'Memory and disk are whole bytes, at least as many as something can start with, and CPU is not hundreds of cores: "128m" of memory is less than a byte.',
  mirrors: 'pkg/api/pod/warnings.go: warningsForPodSpecAndMeta',
  check(value, at, report) {
    if ('name' in value) {
      const { limits, requests } = value.resources ?? {};
      if (limits !== undefined) checkAmounts(limits, at, 'limits', report);
      if (requests !== undefined) checkAmounts(requests, at, 'requests', report);
    } else if ('requests' in value) {
      const problem = bytesProblem(value.requests?.['storage'], LEAST_DISK);
      if (problem !== undefined) report(at.field('requests').field('storage'), ...problem);
    } else if ('sizeLimit' in value) {
      const problem = bytesProblem(value.sizeLimit, LEAST_DISK);
      if (problem !== undefined) report(at.field('sizeLimit'), ...problem);
    }
  },
};

type Amount = string | number | undefined;

function checkAmounts(amounts: Readonly<Record<string, Amount>>, at: Path, list: string, report: Report): void {
  for (const name of ['memory', 'ephemeral-storage', 'cpu'] as const) {
    const problem = PROBLEMS[name](amounts[name]);
    if (problem !== undefined) report(at.field('resources').field(list).field(name), ...problem);
  }
}

const NANO = 10n ** 9n;
/** No runtime starts a container with less. */
const LEAST_MEMORY = 2n ** 20n * NANO;
/** One block of a file system. */
const LEAST_DISK = 4096n * NANO;
/** Larger than nearly every machine. */
const MOST_CPU = 200n * NANO;

const PROBLEMS = {
  memory: (amount: Amount) => bytesProblem(amount, LEAST_MEMORY),
  'ephemeral-storage': (amount: Amount) => bytesProblem(amount, LEAST_DISK),
  cpu: cpuProblem,
};

type Problem = readonly [message: string, fix: string];

function bytesProblem(bytes: Amount, least: bigint): Problem | undefined {
  if (bytes === undefined || bytes === '0' || bytes === 0) return undefined;
  const amount = amountOf(bytes);
  if (amount <= 0n || amount >= least) return undefined;
  const text = String(bytes);
  const fact = text.endsWith('m') ? 'is thousandths of a byte' : 'is less than anything can start with';
  const fix = /^\d+m?$/.test(text) ? `write "${text.replace('m', '')}Mi"` : 'write it in "Mi"';
  return [`"${text}" ${fact}`, fix];
}

function cpuProblem(cpu: Amount): Problem | undefined {
  if (cpu === undefined || amountOf(cpu) < MOST_CPU) return undefined;
  const fix = /^\d+$/.test(String(cpu)) ? `write "${cpu}m" for thousandths of a core` : 'ask for less';
  return [`"${cpu}" is more cores than a node has`, fix];
}
