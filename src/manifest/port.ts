/**
 * What is wrong with a port number, as a phrase that continues `<prop> "<value>" `, or undefined.
 *
 * @example portProblem(70000) // 'is not a port: use a whole number from 1 to 65535'
 */
export function portProblem(value: unknown): string | undefined {
  if (typeof value === 'string' && /^\d+$/.test(value)) return `is a string: write the number ${value}`;
  if (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 65535) return undefined;
  return 'is not a port: use a whole number from 1 to 65535';
}
