import { outputFolder } from './output-folder';
import { compiledProgram, inTurn, reportOf, run } from './process';
import { atLeast, atMost, atMostTimes, figure, type Figure, type Row } from './row';

const RUNS = 9;
const STARTS = 25;

/** What it costs to validate objects in memory: the first, the 20,000th, and in a synth. */
export function validationRows(): Row[] {
  const { first } = inTurn(STARTS, { first: () => reportOf('first-issue', []) });
  const { memory } = inTurn(RUNS, { memory: () => reportOf('validate', [2000]) });
  const hello = withAndWithout('hello', [], STARTS);
  const hundred = withAndWithout('databases', [100], RUNS);
  const thousands = withAndWithout('databases', [2000], RUNS);
  const raw = withAndWithout('raw-pairs', [10_000], RUNS);
  return [
    atLeast('20,000 objects in memory, every rule on, warm', figure(memory, 'documents/s'), 100_000),
    atMost('the first result, from the beginning of the import', figure(first, 'ms'), 15),
    atMostTimes('a hello app, with and without', hello.on, hello.off, 1.3),
    atMostTimes('100 StatefulDatabases, 1,000 objects, with and without', hundred.on, hundred.off, 1.3),
    atMostTimes('2,000 StatefulDatabases, 20,000 objects, with and without', thousands.on, thousands.off, 1.3),
    atMostTimes('10,000 pairs of raw `ApiObject`s, with and without', raw.on, raw.off, 1.3),
  ];
}

/** How long a program takes from start to exit, with validation and without. */
function withAndWithout(program: string, args: readonly number[], runs: number): Record<'on' | 'off', Figure> {
  const wall = (validation: string) => () =>
    run(process.execPath, [compiledProgram(program), ...args.map(String), outputFolder(), validation]).wallMs;
  const { on, off } = inTurn(runs, { on: wall('error'), off: wall('off') });
  return { on: figure(on, 'ms'), off: figure(off, 'ms') };
}
