import { outputFolder } from './output-folder';
import { inTurn, reportOf, runProgram } from './process';
import { atMost, atMostTimes, figure, type Figure, type Row, withoutGoal } from './row';

const RUNS = 9;

/** What it costs to define ManagedRedis, and to check its objects. */
export function customResourceRows(): Row[] {
  const { typed, raw } = inTurn(RUNS, {
    typed: () => runProgram('managed-redis', ['typed', 10_000, outputFolder()]),
    raw: () => runProgram('managed-redis', ['raw', 10_000, outputFolder()]),
  });
  const { small } = inTurn(25, { small: () => reportOf('define-resource', []) });
  const whole = (runs: typeof raw): Figure =>
    figure(
      runs.map(({ constructMs, synthMs }) => constructMs + synthMs),
      'ms',
    );
  const wall = (runs: typeof raw): Figure =>
    figure(
      runs.map(({ wallMs }) => wallMs),
      'ms',
    );
  const defined = [...typed, ...raw].map(({ defineMs = NaN }) => defineMs);
  // Nothing has asked for the schemas there before.
  const definitions = raw.map(({ definitionMs = NaN }) => definitionMs);
  const definedAgain = [...typed, ...raw].map(({ defineAgainMs = NaN }) => defineAgainMs);
  return [
    atMost('`customResource()` of two fields and a status, the first of the process', figure(small, 'ms'), 5),
    atMost('ManagedRedis is defined, the first resource of the process', figure(defined, 'ms'), 5),
    atMost('ManagedRedis is defined once more', figure(definedAgain, 'ms'), 5),
    withoutGoal(
      'the schemas and the CustomResourceDefinition of ManagedRedis are made, the first time',
      figure(definitions, 'ms'),
    ),
    atMostTimes(
      '10,000 ManagedRedis, against raw `ApiObject`s: the objects and the synth',
      whole(typed),
      whole(raw),
      1.3,
    ),
    atMostTimes('the same from start to exit, zod loaded in both', wall(typed), wall(raw), 1.3),
  ];
}
