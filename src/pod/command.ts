/**
 * What is wrong with a command or its arguments, as a phrase that continues `<prop> "<value>" `, or undefined.
 *
 * @example commandProblem('migrate up') // 'is one string: give a list, such as ["sh", "-c", "migrate up"]'
 */
export function commandProblem(command: readonly string[] | string): string | undefined {
  if (typeof command === 'string')
    return `is one string: give a list, such as ["sh", "-c", ${JSON.stringify(command)}]`;
  return command.length === 0 ? 'is empty: name the program to run' : undefined;
}
