import { amountOf } from '../../amount';
import type { Path } from '../../path';
import type { Report, Rule } from '../../rule';

export const resourceUnit: Rule<'Container' | 'EmptyDirVolumeSource' | 'VolumeResourceRequirements'> = {
  code: 'resource-unit',
  severity: 'warning',
  on: ['Container', 'EmptyDirVolumeSource', 'VolumeResourceRequirements'],
  summary:
    'Memory and disk are whole bytes, at least as many as something can start with, and CPU is not hundreds of cores: "128m" of memory is less than a byte.',
  mirrors: 'pkg/api/pod/warnings.go: warningsForPodSpecAndMeta',
  check(value, at, report) {
    if ('name' in value) {
      for (const list of ['limits', 'requests'] as const) {
        const amounts = value.resources?.[list];
        if (amounts === undefined) continue;
        const here = at.field('resources').field(list);
        checkBytes(amounts['memory'], LEAST_MEMORY, here.field('memory'), report);
        checkBytes(amounts['ephemeral-storage'], LEAST_DISK, here.field('ephemeral-storage'), report);
        checkCpu(amounts['cpu'], here, report);
      }
    } else if ('requests' in value) {
      checkBytes(value.requests?.['storage'], LEAST_DISK, at.field('requests').field('storage'), report);
    } else if ('sizeLimit' in value) checkBytes(value.sizeLimit, LEAST_DISK, at.field('sizeLimit'), report);
  },
};

const NANO = 10n ** 9n;
/** No runtime starts a container with less. */
const LEAST_MEMORY = 2n ** 20n * NANO;
/** One block of a file system. */
const LEAST_DISK = 4096n * NANO;
/** Larger than nearly every machine. */
const MOST_CPU = 200n * NANO;

function checkBytes(bytes: string | number | undefined, least: bigint, at: Path, report: Report): void {
  if (bytes === undefined || bytes === '0' || bytes === 0) return;
  const amount = amountOf(bytes);
  if (amount <= 0n || amount >= least) return;
  const text = String(bytes);
  const isMilli = text.endsWith('m');
  const fact = isMilli ? 'is thousandths of a byte' : 'is less than anything can start with';
  const fix = /^\d+m?$/.test(text) ? `write "${text.replace('m', '')}Mi"` : 'write it in "Mi"';
  report(at, `"${text}" ${fact}`, fix);
}

function checkCpu(cpu: string | number | undefined, at: Path, report: Report): void {
  if (cpu === undefined || amountOf(cpu) < MOST_CPU) return;
  const fix = /^\d+$/.test(String(cpu)) ? `write "${cpu}m" for thousandths of a core` : 'ask for less';
  report(at.field('cpu'), `"${cpu}" is more cores than a node has`, fix);
}
