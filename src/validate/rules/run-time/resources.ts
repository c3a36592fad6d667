import { amountOf } from '../../amount';
import type { Path } from '../../path';
import type { Report, Rule } from '../../rule';

export const resourceUnit: Rule<'Container'> = {
  code: 'resource-unit',
  severity: 'warning',
  on: 'Container',
  summary:
    'The memory of a container is whole bytes, at least a few millions, and its CPU is not hundreds of cores: "128m" of memory is less than a byte.',
  mirrors: 'pkg/api/pod/warnings.go: warningsForPodSpecAndMeta',
  check({ resources }, at, report) {
    for (const list of ['limits', 'requests'] as const) {
      const amounts = resources?.[list];
      if (amounts === undefined) continue;
      const here = at.field('resources').field(list);
      checkMemory(amounts['memory'], here, report);
      checkCpu(amounts['cpu'], here, report);
    }
  },
};

const NANO = 10n ** 9n;
/** No runtime starts a container with less. */
const LEAST_MEMORY = 2n ** 20n * NANO;
/** Larger than nearly every machine. */
const MOST_CPU = 200n * NANO;

function checkMemory(memory: string | number | undefined, at: Path, report: Report): void {
  if (memory === undefined || memory === '0' || memory === 0) return;
  const amount = amountOf(memory);
  if (amount <= 0n || amount >= LEAST_MEMORY) return;
  const text = String(memory);
  const isMilli = text.endsWith('m');
  const fact = isMilli ? 'is thousandths of a byte' : 'is less memory than a container can start with';
  const fix = /^\d+m?$/.test(text) ? `write "${text.replace('m', '')}Mi"` : 'write it in "Mi"';
  report(at.field('memory'), `"${text}" ${fact}`, fix);
}

function checkCpu(cpu: string | number | undefined, at: Path, report: Report): void {
  if (cpu === undefined || amountOf(cpu) < MOST_CPU) return;
  const fix = /^\d+$/.test(String(cpu)) ? `write "${cpu}m" for thousandths of a core` : 'ask for less';
  report(at.field('cpu'), `"${cpu}" is more cores than a node has`, fix);
}
