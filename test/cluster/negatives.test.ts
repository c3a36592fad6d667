import { allRules } from '../../src/validate/rules/table';
import { builtInSchema } from '../../src/validate/schema';
import { serverOf } from './differential/ask';
import { compare } from './differential/compare';
import { judge, prepare } from './differential/verdicts';
import { agreementOf, type Agreement } from './negatives/agreement';
import { casesOf } from './negatives/cases';
import { FUNCTIONS } from './negatives/functions';
import { runValidationTests } from './negatives/run-validation-tests';
import { HIDDEN_RULES, STATED } from './negatives/stated';

const KINDS = [...new Set(FUNCTIONS.map(({ kind }) => kind))];

let agreements: readonly Agreement[] = [];

// The first time Kubernetes' packages are compiled, with their tests.
beforeAll(async () => {
  const cases = casesOf(await runValidationTests());
  const server = serverOf(builtInSchema());
  await prepare(server);
  const named = new Map(cases.map((one) => [one.manifest, one.named]));
  agreements = (await judge(cases, server)).map((one) => agreementOf(compare(one), named.get(one.manifest) ?? []));
  process.stdout.write(`${summaryOf(agreements)}\n`);
}, 900_000);

test.each(KINDS)('of %s validate() finds what the tests of Kubernetes name', (kind) => {
  const own = agreements.filter((one) => one.kind === kind);
  expect(own.filter(({ outcome }) => outcome === 'found').length).toBeGreaterThan(5);
  expect(own.flatMap(({ problems }) => problems)).toEqual([]);
});

test('no reason is stated in vain', () => {
  const given = new Set(agreements.flatMap(({ whys }) => whys));
  expect(STATED.filter((why) => !given.has(why))).toEqual([]);
  expect(allRules().map(({ code }) => code)).toEqual(expect.arrayContaining(HIDDEN_RULES));
});

function summaryOf(all: readonly Agreement[]): string {
  const count = (kind: string, outcome: Agreement['outcome']): number =>
    all.filter((one) => one.kind === kind && one.outcome === outcome).length;
  const kinds = KINDS.map(
    (kind) =>
      `  ${kind}: ${count(kind, 'found')} found, ${count(kind, 'stated')} with a stated reason, ` +
      `${count(kind, 'valid')} valid, ${count(kind, 'excluded')} left out`,
  );
  const whys = new Map<string, number>();
  for (const why of all.flatMap((one) => one.whys)) whys.set(why, (whys.get(why) ?? 0) + 1);
  return ['negatives:', ...kinds, ...[...whys].map(([why, times]) => `  ${times} ${why}`)].join('\n');
}
