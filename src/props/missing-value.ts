/**
 * What is wrong with a text that JavaScript made of a value that is not there, as in `${process.env.TAG}`, as a phrase that continues
 * `<prop> "<value>" `, or undefined.
 *
 * @example missingValueProblem('undefined') // 'is what JavaScript writes for a value that is missing: look where it comes from'
 */
export function missingValueProblem(text: string): string | undefined {
  if (!isMissingValue(text)) return undefined;
  return 'is what JavaScript writes for a value that is missing: look where it comes from';
}

/** Whether JavaScript made the text of a value that is not there. */
export function isMissingValue(text: string | undefined): boolean {
  return text === 'undefined' || text === 'null';
}
