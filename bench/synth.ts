import { outputFolder } from './output-folder';
import { inTurn, runProgram, type ProgramRun } from './process';
import { atLeastTimes, atMost, atMostTimes, figure, type Figure, type Row } from './row';

/** `App.synth()` against cdk8s's, on a StatefulSet and a Service many times over. */
export function synthRows(): Row[] {
  const manyCharts = compare('raw', 1000, 3);
  const oneChart = compare('raw', 1, 3);
  // Once: cdk8s takes a minute.
  const plus = compare('plus', 1000, 1);
  const sizes = inTurn(5, {
    large: () => synth('ours', 'raw', 10_000, 1000),
    small: () => synth('ours', 'raw', 1000, 100),
  });
  return [
    atLeastTimes('10,000 pairs in 1,000 charts', time(manyCharts.ours), time(manyCharts.cdk8s), 20),
    atLeastTimes('10,000 pairs in one chart', time(oneChart.ours), time(oneChart.cdk8s), 4),
    atLeastTimes('10,000 pairs as cdk8s-plus-28 objects in 1,000 charts', time(plus.ours), time(plus.cdk8s), 20),
    atMostTimes('10,000 pairs in 1,000 charts, against 1,000 in 100', time(sizes.large), time(sizes.small), 11),
    atMost('peak memory, 10,000 pairs in 1,000 charts', memory(manyCharts.ours), 190),
    atMost('peak memory, 10,000 pairs in one chart', memory(oneChart.ours), 190),
  ];
}

/** 10,000 pairs with each library, `times` times in turn, ours before and after cdk8s. */
function compare(objects: 'raw' | 'plus', charts: number, times: number): Record<'ours' | 'cdk8s', ProgramRun[]> {
  const { before, cdk8s, after } = inTurn(times, {
    before: () => synth('ours', objects, 10_000, charts),
    cdk8s: () => synth('cdk8s', objects, 10_000, charts),
    after: () => synth('ours', objects, 10_000, charts),
  });
  return { ours: [...before, ...after], cdk8s };
}

/** One synth in a process of its own. */
function synth(library: 'ours' | 'cdk8s', objects: 'raw' | 'plus', pairs: number, charts: number): ProgramRun {
  return runProgram('synth', [library, objects, pairs, charts, outputFolder()]);
}

function time(runs: readonly ProgramRun[]): Figure {
  const milliseconds = runs.map(({ synthMs }) => synthMs);
  return figure(milliseconds, 'ms');
}

function memory(runs: readonly ProgramRun[]): Figure {
  const mebibytes = runs.map(({ peakMiB }) => peakMiB);
  return figure(mebibytes, 'MiB');
}
