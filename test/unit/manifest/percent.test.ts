import { intOrPercentProblem } from '../../../src/manifest/percent';

describe('intOrPercentProblem()', () => {
  test.each([0, 1, 2147483647, '0%', '25%', '100%', '250%'])('takes %p', (value) => {
    expect(intOrPercentProblem(value)).toBeUndefined();
  });

  test.each([-1, 1.5, NaN, 2147483648, '', '%', '-5%', '2.5%', '25 %', '25%%', 'half', null, undefined])(
    'refuses %p',
    (value) => {
      expect(intOrPercentProblem(value)).toBe(
        'is not a count or a percentage: use a whole number from 0, such as 1, or a string such as "25%"',
      );
    },
  );

  test('asks which of the two a number in quotes is', () => {
    expect(intOrPercentProblem('25')).toBe('is a string without "%": write the number 25, or "25%"');
  });

  test('refuses more than everything where that makes no sense', () => {
    expect(intOrPercentProblem('100%', { max: '100%' })).toBeUndefined();
    expect(intOrPercentProblem('101%', { max: '100%' })).toBe('is more than everything: use at most "100%"');
    expect(intOrPercentProblem(101, { max: '100%' })).toBeUndefined();
  });
});
