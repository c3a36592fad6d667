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

    for (const { name, fails, manifests } of own) {
      test(`${name}.yaml ${fails ? 'breaks it, and nothing else' : 'is right'}`, () => {
        const found = validate(manifests).map((issue) => `${issue.severity} ${issue.code}`);
        expect([...new Set(found)]).toEqual(fails ? [`${severity} ${code}`] : []);
      });
    }
  },
);
