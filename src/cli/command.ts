import type { ParseArgsConfig } from 'node:util';

/** One command of the program, such as `import`. */
export interface Command {
  /** What it does, in half a line, for the list of commands. */
  readonly summary: string;
  /** What `--help` prints. */
  readonly help: string;
  /** Those that it has besides `--help`. */
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /**
   * Gives the exit code.
   *
   * @throws UsageError when the arguments make no sense
   */
  readonly run: (given: Given, terminal: Terminal) => Promise<number>;
}

/** The arguments after the name of the command. */
export interface Given {
  readonly values: Readonly<Record<string, unknown>>;
  readonly positionals: readonly string[];
}

/** What the program reads and prints. */
export interface Terminal {
  /** Whether a person types what it reads, so that nothing is piped into it. */
  readonly isInteractive: boolean;
  /** All that is piped into it. */
  readonly readInput: () => Promise<string>;
  readonly print: (text: string) => void;
  /** To the standard error, so that what is piped on holds no messages. */
  readonly complain: (text: string) => void;
}

/** The arguments make no sense. The program tells why, where the help is, and ends with 2. */
export class UsageError extends Error {
  readonly code = 'USAGE';
}
