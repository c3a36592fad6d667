import type { Issue } from '../../../src/validate/issue';
import { allRules, AREAS } from '../../../src/validate/rules/table';
import { builtInSchema } from '../../../src/validate/schema';
import { validatorOf } from '../../../src/validate/validator';
import { mutantsOf } from '../../cluster/differential/mutate';
import { readSeeds } from '../../cluster/differential/seeds';
import { examples } from './examples';

// `NEEDS_COUNT=5000 npx jest --testPathPatterns validate/needs` tries as many mutants of each kind; NEEDS_SEED repeats a run.
const COUNT = Number(process.env.NEEDS_COUNT ?? 100);
const SEED = Number(process.env.NEEDS_SEED ?? Date.now() % 2 ** 31);

/** Rules that are always asked. */
const asked = validatorOf(builtInSchema(), [
  {
    rules: () => allRules().map(withoutNeeds),
    referrers: AREAS.flatMap(({ referrers = [] }) => referrers.map(withoutNeeds)),
  },
]);

function withoutNeeds<T extends object>(rule: T): T {
  return { ...rule, needs: undefined };
}

/** By a validator that has loaded and seen nothing yet. */
function issuesOf(manifests: readonly unknown[]): readonly Issue[] {
  return validatorOf(builtInSchema(), AREAS)(manifests, {});
}

test.each(examples())('of $code/$name everybody who has something to say is asked', ({ manifests }) => {
  expect(issuesOf(manifests)).toEqual(asked(manifests, {}));
});

const seeds = readSeeds(builtInSchema());
const kinds = [...new Set(seeds.map(({ kind }) => kind))];

test.each(kinds)(`of broken manifests, too: ${COUNT} of each kind (seed ${SEED}): %s`, (kind) => {
  const gated = validatorOf(builtInSchema(), AREAS);
  for (const { changes, manifest } of mutantsOf(kind, COUNT, SEED, seeds, builtInSchema())) {
    expect({ changes, issues: gated([manifest], {}) }).toEqual({ changes, issues: asked([manifest], {}) });
  }
});

test(`of apps of broken manifests, too: ${COUNT} of each kind (seed ${SEED})`, () => {
  const ofKinds = kinds.map((kind) => mutantsOf(kind, COUNT, SEED + 1, seeds, builtInSchema()));
  for (let index = 0; index < COUNT; index++) {
    const app = ofKinds.flatMap((mutants) => mutants[index]?.manifest ?? []);
    expect(issuesOf(app)).toEqual(asked(app, {}));
  }
});
