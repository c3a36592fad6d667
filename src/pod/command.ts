/**
 * What is wrong with a command, as a phrase that continues `<prop> "<value>" `, or undefined.
 *
 * @example commandProblem('migrate up') // 'is one string: give a list, such as ["sh", "-c", "migrate up"]'
 * @example commandProblem(['npm start']) // 'is one item with a space, which no shell splits: write ["npm", "start"], or ["sh", "-c", "npm start"]'
 */
export function commandProblem(command: readonly string[] | string): string | undefined {
  const problem = argumentsProblem(command);
  const [only = ''] = command;
  if (problem !== undefined || command.length > 1 || !/\s/.test(only.trim())) return problem;
  const words = only.trim().split(/\s+/);
  // Quotes, pipes and variables are for a shell: split at the spaces they would be nonsense.
  const isPlain = !/["'`$|&;<>()*?\\]/.test(only);
  const choice = [...(isPlain ? [words] : []), ['sh', '-c', only]].map(show).join(', or ');
  return `is one item with a space, which no shell splits: write ${choice}`;
}

/** The same for the arguments of a program, any of which may have spaces. */
export function argumentsProblem(list: readonly string[] | string): string | undefined {
  if (typeof list === 'string') return `is one string: give a list, such as ${show(['sh', '-c', list])}`;
  return list.length === 0 ? 'is empty: name the program to run' : undefined;
}

function show(words: readonly string[]): string {
  return `[${words.map((word) => JSON.stringify(word)).join(', ')}]`;
}
