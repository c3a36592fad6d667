import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inTurn, runProgram, type ProgramRun } from './process';
import { atLeastTimes, atMost, atMostTimes, figure, type Figure, type Row } from './row';

/** `App.synth()` against cdk8s's, on a StatefulSet and a Service many times over. */
export function synthRows(): Row[] {
  const manyCharts = inTurn(3, {
    ours: () => synth('ours', 'raw', 10_000, 1000),
    cdk8s: () => synth('cdk8s', 'raw', 10_000, 1000),
  });
  const oneChart = inTurn(3, {
    ours: () => synth('ours', 'raw', 10_000, 1),
    cdk8s: () => synth('cdk8s', 'raw', 10_000, 1),
  });
  const plus = {
    ...inTurn(3, { ours: () => synth('ours', 'plus', 10_000, 1000) }),
    // Once: it takes a minute.
    ...inTurn(1, { cdk8s: () => synth('cdk8s', 'plus', 10_000, 1000) }),
  };
  const sizes = inTurn(5, {
    large: () => synth('ours', 'raw', 10_000, 1000),
    small: () => synth('ours', 'raw', 1000, 100),
  });
  return [
    atLeastTimes('10,000 pairs in 1,000 charts', synthTime(manyCharts.ours), synthTime(manyCharts.cdk8s), 20),
    atLeastTimes('10,000 pairs in one chart', synthTime(oneChart.ours), synthTime(oneChart.cdk8s), 4),
    atLeastTimes(
      '10,000 pairs as cdk8s-plus-28 objects in 1,000 charts',
      synthTime(plus.ours),
      synthTime(plus.cdk8s),
      20,
    ),
    atMostTimes(
      '10,000 pairs in 1,000 charts, against 1,000 in 100',
      synthTime(sizes.large),
      synthTime(sizes.small),
      11,
    ),
    atMost('peak memory, 10,000 pairs in 1,000 charts', memory(manyCharts.ours), 200),
    atMost('peak memory, 10,000 pairs in one chart', memory(oneChart.ours), 200),
  ];
}

/** One synth in a process of its own, its output thrown away. */
export function synth(library: 'ours' | 'cdk8s', objects: 'raw' | 'plus', pairs: number, charts: number): ProgramRun {
  const outdir = mkdtempSync(join(tmpdir(), 'bench-synth-'));
  try {
    return runProgram('synth', [library, objects, pairs, charts, outdir]);
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

function synthTime(runs: readonly ProgramRun[]): Figure {
  return figure(
    runs.map((run) => run.synthMs),
    'ms',
  );
}

function memory(runs: readonly ProgramRun[]): Figure {
  return figure(
    runs.map((run) => run.peakMiB),
    'MiB',
  );
}
