import { portProblem } from '../../../src/manifest/port';

describe('portProblem()', () => {
  test.each([1, 80, 65535])('takes %p', (port) => {
    expect(portProblem(port)).toBeUndefined();
  });

  test.each([0, -1, 65536, 80.5, NaN, Infinity, 'http', '', null, undefined])('refuses %p', (port) => {
    expect(portProblem(port)).toBe('is not a port: use a whole number from 1 to 65535');
  });

  test('tells a number in quotes from a name', () => {
    expect(portProblem('8080')).toBe('is a string: write the number 8080');
  });
});
