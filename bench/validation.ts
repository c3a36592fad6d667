import { outputFolder } from './output-folder';
import { compiledProgram, inTurn, reportOf, run, runProgram, type ProgramRun } from './process';
import { atLeast, atMost, atMostTimes, figure, type Figure, type Row } from './row';

const RUNS = 5;
const STARTS = 25;

/** What it costs to validate objects in memory: the first, the 20,000th, and in a synth. */
export function validationRows(): Row[] {
  const { first } = inTurn(STARTS, { first: () => reportOf('first-issue', []) });
  const { memory } = inTurn(RUNS, { memory: () => reportOf('validate', [2000]) });
  const databases = inTurn(RUNS, {
    on: () => runProgram('databases', [2000, outputFolder(), 'error']),
    off: () => runProgram('databases', [2000, outputFolder(), 'off']),
  });
  const hello = inTurn(STARTS, {
    on: () => run(process.execPath, [compiledProgram('hello'), outputFolder(), 'error']).wallMs,
    off: () => run(process.execPath, [compiledProgram('hello'), outputFolder(), 'off']).wallMs,
  });
  return [
    atLeast('20,000 objects in memory, every rule on, warm', figure(memory, 'documents/s'), 100_000),
    atMost('the first result, from the beginning of the import', figure(first, 'ms'), 15),
    atMostTimes('2,000 StatefulDatabases, with and without', whole(databases.on), whole(databases.off), 1.3),
    atMostTimes('a hello app, with and without', figure(hello.on, 'ms'), figure(hello.off, 'ms'), 1.3),
  ];
}

function whole(runs: readonly ProgramRun[]): Figure {
  return figure(
    runs.map(({ constructMs, synthMs }) => constructMs + synthMs),
    'ms',
  );
}
