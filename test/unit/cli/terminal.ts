import { run } from '../../../src/cli/run';

export interface Outcome {
  readonly code: number;
  readonly printed: string;
  readonly complained: string;
}

/** Runs the program with these arguments, and with what is piped into it. */
export async function runProgram(args: readonly string[], input = ''): Promise<Outcome> {
  let [printed, complained] = ['', ''];
  const code = await run(args, {
    isInteractive: input === '',
    readInput: () => Promise.resolve(input),
    print: (text) => void (printed += text),
    complain: (text) => void (complained += text),
  });
  return { code, printed, complained };
}
