import { allRules } from '../../../src/validate/rules/table';
import { STRUCTURE_CODES } from '../../../src/validate/structure-codes';
import { validate } from '../../../src/validate/validate';
import { examples } from './examples';

const STRUCTURE = Object.entries(STRUCTURE_CODES).map(([code, { severity, summary }]) => ({ code, severity, summary }));
const ALL = [...allRules(), ...STRUCTURE];
const ALL_EXAMPLES = examples();

/** No YAML file has it. */
const WITHOUT_EXAMPLE = ['not-checked'];

test('each code is there once', () => {
  const codes = ALL.map(({ code }) => code);
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
});

test('each folder of examples belongs to a code', () => {
  const codes = new Set(ALL.map(({ code }) => code));
  expect(ALL_EXAMPLES.filter(({ code }) => !codes.has(code)).map(({ path }) => path)).toEqual([]);
});

describe.each(ALL.map(({ code, severity, summary }) => ({ code, severity, summary })))(
  '$code',
  ({ code, severity, summary }) => {
    const own = ALL_EXAMPLES.filter((example) => example.code === code);

    test('is kebab-case, and fits into the name of an annotation', () => {
      expect(code).toMatch(/^[a-z]+(-[a-z\d]+)*$/);
      expect(`ignore-${code}`.length).toBeLessThanOrEqual(63);
    });

    test('says in one sentence what must hold', () => {
      expect(summary).toMatch(/^[A-Z][^\n]+\.$/);
    });

    if (WITHOUT_EXAMPLE.includes(code)) return;

    test('has a failing and a passing example', () => {
      expect(own.map(({ name }) => name)).toEqual(expect.arrayContaining(['failing', 'passing']));
    });

    for (const { name, fails, warnings, manifests } of own) {
      test(`${name}.yaml ${fails ? 'breaks it, and nothing else' : 'is right'}`, () => {
        const found = validate(manifests).map((issue) => `${issue.severity} ${issue.code}`);
        const expected = [...(fails ? [`${severity} ${code}`] : []), ...warnings.map((other) => `warning ${other}`)];
        expect([...new Set(found)].sort()).toEqual(expected.sort());
      });
    }
  },
);

/** A definition has a word for a bigint, and a list of bytes is no list of numbers. */
const TELLS_BIGINTS_APART = ['custom-resource', 'custom-resource-rule', 'wrong-type', 'secret-type'];

test('a bigint is the number that the YAML of it has', () => {
  for (const { code, manifests, path } of ALL_EXAMPLES) {
    if (TELLS_BIGINTS_APART.includes(code)) continue;
    expect([path, validate(manifests.map(withBigints))]).toEqual([path, validate(manifests)]);
  }
});

test('a bigint that no number holds is read to its last digit', () => {
  const pod = (runAsUser: bigint): unknown => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'a' },
    spec: { containers: [{ name: 'a', image: 'a:1' }], securityContext: { runAsUser } },
  });
  expect(validate([pod(2n ** 63n)])).toMatchObject([{ message: '9223372036854775808 does not fit into 64 bits' }]);
  expect(validate([pod(2n ** 63n - 1n)])).toMatchObject([{ code: 'user-id' }]);
});

function withBigints(value: unknown): unknown {
  if (Number.isInteger(value)) return BigInt(value as number);
  if (Array.isArray(value)) return value.map((item: unknown) => withBigints(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, content]) => [key, withBigints(content)]));
}
