import { CHANGE_RULES } from '../../../../src/validate/change/change-rules';
import { allRules } from '../../../../src/validate/rules/table';
import { STRUCTURE_CODES } from '../../../../src/validate/structure-codes';
import { changeCases } from './changes';

const others = new Set([...allRules().map(({ code }) => code), ...Object.keys(STRUCTURE_CODES)]);
const tried = new Set(changeCases('a', 'shop').map(({ code }) => code));

test('codes are unique', () => {
  const codes = CHANGE_RULES.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.filter((code) => others.has(code))).toEqual([]);
});

describe.each(CHANGE_RULES)('$code', ({ code, summary }) => {
  test('is kebab-case, and fits into the name of an annotation', () => {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(code.length).toBeLessThanOrEqual(56);
  });

  test('says in one sentence what must hold', () => {
    expect(summary).toMatch(/^[A-Z].*\.$/);
  });
});

test.each(CHANGE_RULES.filter(({ severity }) => severity === 'error'))(
  'the server was asked about $code',
  ({ code }) => {
    // Only a second range of addresses for Services would show it, and a cluster has none to spare.
    expect(code === 'service-cidr-change' || tried.has(code)).toBe(true);
  },
);
