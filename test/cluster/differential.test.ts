import { builtInSchema } from '../../src/validate/schema';
import { serverOf } from './differential/ask';
import { compare, countsOf } from './differential/compare';
import { mutantsOf, unchanged } from './differential/mutate';
import { report } from './differential/report';
import { readSeeds } from './differential/seeds';
import { judge, prepare } from './differential/verdicts';

// Another seed makes other mutants: DIFFERENTIAL_SEED=42 DIFFERENTIAL_COUNT=20000 npm run test:cluster -- differential
const SEED = Number(process.env['DIFFERENTIAL_SEED'] ?? 1);
const COUNT = Number(process.env['DIFFERENTIAL_COUNT'] ?? 30_000);

const table = builtInSchema();
const seeds = readSeeds(table);
const server = serverOf(table);

beforeAll(() => prepare(server));

test('a seed makes the same mutants again', () => {
  const mutants = (seed: number): unknown => mutantsOf('v1/Pod', 20, seed, seeds, table);
  expect(mutants(SEED)).toEqual(mutants(SEED));
  expect(mutants(SEED)).not.toEqual(mutants(SEED + 1));
});

test('the API server accepts every seed, and validate() finds no error in it', async () => {
  const wrong = (await judge(unchanged(seeds), server))
    .map(compare)
    .filter(({ verdict, errors }) => !verdict.accepted || errors.length > 0);
  expect(wrong.map(({ seed, verdict, errors }) => ({ seed, verdict, errors }))).toEqual([]);
});

test(`of ${COUNT} mutants (seed ${SEED}) validate() finds what the server refuses, and nothing else`, async () => {
  const kinds = [...new Set(seeds.map(({ kind }) => kind))];
  const each = Math.ceil(COUNT / kinds.length);
  const mutants = kinds.flatMap((kind) => mutantsOf(kind, each, SEED, seeds, table));
  const compared = (await judge(mutants, server)).map(compare);
  const { found, alarms, excluded } = countsOf(compared);
  process.stdout.write(
    `differential: seed ${SEED}, ${mutants.length} mutants of ${kinds.length} kinds, ${excluded} left out; ` +
      `${(100 * found).toFixed(2)}% of refusals found, ${(100 * alarms).toFixed(2)}% of acceptances called errors\n`,
  );
  expect(excluded).toBeLessThan(0.15 * mutants.length);
  if (found < 0.995 || alarms > 0.001) {
    const wrong = compared.filter(({ outcome }) => outcome === 'missed' || outcome === 'false error');
    throw new Error(`seed ${SEED}: ${report(compared, wrong, { by: 'message', show: 1, groups: 50 })}`);
  }
});
