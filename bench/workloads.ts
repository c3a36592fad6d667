import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compiledProgram, inTurn, run, runProgram } from './process';
import { atMost, atMostTimes, figure, type Row } from './row';

const RUNS = 5;
const STARTS = 25;

/** Constructs and synth together, of 2,000 StatefulDatabases with every object that they can have. */
export function databaseRows(): Row[] {
  const { runs } = inTurn(RUNS, { runs: () => inFolder((outdir) => runProgram('databases', [2000, outdir])) });
  const whole = runs.map(({ constructMs, synthMs }) => constructMs + synthMs);
  return [atMost('2,000 StatefulDatabases, 20,000 objects: constructs and synth', figure(whole, 'ms'), 1500)];
}

/** A compiled hello app, from start to exit. */
export function startRows(): Row[] {
  const start = (program: string) => (): number =>
    inFolder((outdir) => run(process.execPath, [compiledProgram(program), outdir]).wallMs);
  const { ours, plus } = inTurn(STARTS, { ours: start('hello'), plus: start('hello-plus') });
  const row = atMostTimes('a hello app starts and synthesizes', figure(ours, 'ms'), figure(plus, 'ms'), 0.8);
  return [row];
}

function inFolder<T>(use: (outdir: string) => T): T {
  const outdir = mkdtempSync(join(tmpdir(), 'bench-workloads-'));
  try {
    return use(outdir);
  } finally {
    rmSync(outdir, { recursive: true });
  }
}
