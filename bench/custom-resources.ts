import { outputFolder } from './output-folder';
import { inTurn, type ProgramRun, reportOf, runProgram } from './process';
import { atMost, atMostTimes, figure, type Row, withoutGoal } from './row';

const RUNS = 9;

/** What it costs to define ManagedRedis, and to check its objects. */
export function customResourceRows(): Row[] {
  const { typed, raw } = inTurn(RUNS, {
    typed: () => runProgram('managed-redis', ['typed', 10_000, outputFolder()]),
    raw: () => runProgram('managed-redis', ['raw', 10_000, outputFolder()]),
  });
  const { small } = inTurn(25, { small: () => reportOf('define-resource', []) });
  const whole = ({ constructMs, synthMs }: ProgramRun): number => constructMs + synthMs;
  const wall = ({ wallMs }: ProgramRun): number => wallMs;
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
      figure(typed.map(whole), 'ms'),
      figure(raw.map(whole), 'ms'),
      1.3,
    ),
    atMostTimes(
      'the same from start to exit, zod loaded in both',
      figure(typed.map(wall), 'ms'),
      figure(raw.map(wall), 'ms'),
      1.3,
    ),
  ];
}
