import { outputFolder } from './output-folder';
import { compiledProgram, inTurn, run, runProgram } from './process';
import { atMost, atMostTimes, figure, type Row } from './row';

const RUNS = 5;
const STARTS = 25;

/** Constructs and synth together, of 2,000 StatefulDatabases with every object that they can have. */
export function databaseRows(): Row[] {
  const { runs } = inTurn(RUNS, { runs: () => runProgram('databases', [2000, outputFolder(), 'off']) });
  const whole = runs.map(({ constructMs, synthMs }) => constructMs + synthMs);
  return [atMost('2,000 StatefulDatabases, 20,000 objects: constructs and synth', figure(whole, 'ms'), 1500)];
}

/** A compiled hello app, from start to exit. */
export function startRows(): Row[] {
  const start = (program: string) => (): number =>
    run(process.execPath, [compiledProgram(program), outputFolder(), 'off']).wallMs;
  const { ours, plus } = inTurn(STARTS, { ours: start('hello'), plus: start('hello-plus') });
  const row = atMostTimes('a hello app starts and synthesizes', figure(ours, 'ms'), figure(plus, 'ms'), 0.8);
  return [row];
}
