import fc from 'fast-check';
import { validate } from '../../../src/validate/validate';
import { mutantOf } from '../../fuzz/mutant';
import { weirdValues } from '../../fuzz/weird-values';
import { examples } from './examples';

// `FUZZ_COUNT=1000000 npx jest --testPathPatterns validate/fuzz` tries a million; FUZZ_SEED repeats a run.
const COUNT = Number(process.env.FUZZ_COUNT ?? 2000);
const SEED = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
const MOST_MS = 50;

const seeds = examples().map(({ manifests }) => manifests);
const inputs = fc
  .tuple(
    fc.constantFrom(...seeds),
    fc.nat(),
    fc.constantFrom('replace', 'replace', 'replace', 'add', 'remove'),
    weirdValues,
  )
  .map(([manifests, pick, how, value]) => mutantOf(manifests, pick, how, value) as readonly unknown[]);

test(
  `${COUNT} inputs: no exception, no hang over ${MOST_MS} ms, no prototype is touched (seed ${SEED})`,
  () => {
    const before = prototypes();
    fc.assert(
      fc.property(inputs, (manifests) => {
        const given: readonly unknown[] = Array.isArray(manifests) ? manifests : [manifests];
        for (const { code, message } of validate(given)) {
          expect(typeof code + typeof message).toBe('stringstring');
          // A rule that throws, for one. Only what cannot be read as JSON may end so.
          if (message.includes('reading it ends with')) expect(() => asJson(given)).toThrow();
        }
        expect(leastTime(() => validate(given))).toBeLessThan(MOST_MS);
      }),
      { numRuns: COUNT, seed: SEED, endOnFailure: true },
    );
    expect(prototypes()).toEqual(before);
  },
  60_000 + COUNT,
);

function asJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part));
}

/** The least of three, when the first is too long, because garbage of others may be collected meanwhile. */
function leastTime(action: () => void): number {
  const times = [time(action)];
  while (Math.min(...times) >= MOST_MS && times.length < 3) times.push(time(action));
  return Math.min(...times);
}

/** Milliseconds of the processor, which what else runs on the machine does not change. */
function time(action: () => void): number {
  const start = process.cpuUsage();
  action();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function prototypes(): readonly string[] {
  return [Object.prototype, Array.prototype, String.prototype, Function.prototype].map((prototype) =>
    Object.getOwnPropertyNames(prototype).join(),
  );
}
