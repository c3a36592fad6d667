import { validateChange } from '../../../../src/validate/validate-change';
import { changeCases } from './changes';

const errors = (before: unknown, after: unknown): readonly string[] =>
  validateChange([before], [after])
    .filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);

const cases = changeCases('a', 'shop');

test.each(cases.filter(({ code }) => code !== undefined))('$code: $what', ({ code, before, after }) => {
  expect(new Set(errors(before, after))).toEqual(new Set([code]));
});

test.each(cases.filter(({ code }) => code === undefined))('accepted: $what', ({ before, after }) => {
  expect(errors(before, after)).toEqual([]);
});

test.each(cases)('no change: $what', ({ before, after }) => {
  expect(validateChange([before, after], [before, after])).toEqual([]);
});
