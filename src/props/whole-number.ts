/**
 * What is wrong with a count, a number of seconds or an ordinal, as a phrase that continues `<prop> <value> `, or undefined.
 *
 * @example wholeNumberFrom(1)(0) // 'is not a whole number from 1'
 */
export function wholeNumberFrom(least: number): (value: unknown) => string | undefined {
  return (value) => {
    if (typeof value === 'string' && /^\d+$/.test(value)) return `is a string: write the number ${value}`;
    if (Number.isInteger(value) && Number(value) >= least) return undefined;
    return `is not a whole number from ${least}`;
  };
}
