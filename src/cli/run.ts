import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { didYouMean } from '../values/did-you-mean';
import { type Command, type Given, type Terminal, UsageError } from './command';
import { importCommand } from './import';
import { validateCommand } from './validate';

const PROGRAM = 'cdk8s-workloads';

const COMMANDS: Readonly<Record<string, Command>> = {
  import: importCommand,
  validate: validateCommand,
};

const HELP = ['--help', '-h', 'help'];

const FAILED = 1;
const MISUSED = 2;

/** Runs the program with its arguments, without those of Node.js, and gives its exit code. It never rejects. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name = '--help', ...rest] = args;
  try {
    if (name === '--version') {
      terminal.print(`${version()}\n`);
      return 0;
    }
    if (HELP.includes(name)) {
      terminal.print(rest[0] === undefined ? help() : commandOf(rest[0]).help);
      return 0;
    }
    const command = commandOf(name);
    const given = read(rest, command);
    if (given.values['help'] === true) {
      terminal.print(command.help);
      return 0;
    }
    return await command.run(given, terminal);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    terminal.complain(`${PROGRAM}: ${message}\n`);
    if (!(error instanceof UsageError)) return FAILED;
    terminal.complain(`See "${PROGRAM} ${Object.hasOwn(COMMANDS, name) ? `${name} ` : ''}--help".\n`);
    return MISUSED;
  }
}

/** @throws UsageError */
function commandOf(name: string): Command {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new UsageError(unknown('command', name, Object.keys(COMMANDS)));
  return command;
}

/** The sources and the built package are both two folders below the package.json. */
function version(): string {
  const text = readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}

function help(): string {
  const width = Math.max(...Object.keys(COMMANDS).map(({ length }) => length));
  const list = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return `Usage: ${PROGRAM} <command> [options]

Commands:
${list.join('\n')}

"${PROGRAM} <command> --help" tells more of one, "${PROGRAM} --version" which version this is.
`;
}

/** @throws UsageError */
function read(args: readonly string[], command: Command): Given {
  const options: Command['options'] = { ...command.options, help: { type: 'boolean', short: 'h' } };
  const end = args.indexOf('--');
  const given = end < 0 ? args : args.slice(0, end);
  const { tokens, values, positionals } = parseArgs({
    args: [...given.map((arg) => longForm(arg, options)), ...args.slice(given.length)],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (!option)
      throw new UsageError(
        unknown(
          'option',
          token.rawName,
          Object.keys(options).map((each) => `--${each}`),
        ),
      );
    if (option.type === 'string' && (token.value === undefined || token.value === '')) {
      throw new UsageError(`option "${token.rawName}" needs a value`);
    }
    if (option.type === 'boolean' && token.value !== undefined) {
      throw new UsageError(`option "${token.rawName}" takes no value, but has "${token.value}"`);
    }
  }
  return { values, positionals };
}

/** `-o=json` is meant as `--output=json` is. */
function longForm(arg: string, options: Command['options']): string {
  const [, letter, value = ''] = /^-(\w)=(.*)$/s.exec(arg) ?? [];
  const [name] = Object.entries(options).find(([, { short }]) => letter !== undefined && short === letter) ?? [];
  return name === undefined ? arg : `--${name}=${value}`;
}

function unknown(what: string, word: string, known: readonly string[]): string {
  const meant = didYouMean(word, known);
  return `${what} "${word}" is not known: ${meant === undefined ? `there are ${known.join(', ')}` : `did you mean "${meant}"`}`;
}
