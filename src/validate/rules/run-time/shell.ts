import type { Path } from '../../path';
import type { Rule } from '../../rule';

export const commandWithoutShell: Rule<'Container' | 'ExecAction'> = {
  code: 'command-without-shell',
  severity: 'warning',
  on: ['Container', 'ExecAction'],
  needs: ['Container.command', 'ExecAction'],
  summary: 'A command is a program and its arguments, one by one; "&&", "|" and the like need a shell that reads them.',
  check(value, at, report) {
    const { command = [] } = value;
    const args = 'args' in value ? (value.args ?? []) : [];
    const [program = ''] = command;
    const here = at.field('command');
    // In a path of Windows a space may be meant.
    if (program.includes(' ') && !program.includes('\\')) {
      const fix = OPERATOR.test(program) ? SHELL : `write ${JSON.stringify(program.trim().split(/\s+/))}`;
      report(here.item(0), `${JSON.stringify(program)} is a line for a shell, not a program`, fix);
      return;
    }
    if (command.length === 0) return;
    if (!command.some(isOperator) && !args.some(isOperator)) return;
    const words = [...command, ...args];
    // find -exec ends in a ";" of its own.
    if (isShell(words) || words.some((word) => /^-(?:exec|ok)(?:dir)?$/.test(word))) return;
    const index = words.findIndex(isOperator);
    report(
      placeOf(index, command.length, at),
      `"${words[index]}" means something only to a shell, and none reads it`,
      SHELL,
    );
  },
};

const SHELL = 'write ["/bin/sh", "-c", "..."]';
const OPERATORS = new Set(['&&', '||', '|', ';', '>', '>>', '2>&1']);

function isOperator(word: string): boolean {
  return OPERATORS.has(word);
}

const OPERATOR = /&&|\||;|>/;

export const unexpandedVariable: Rule<'Container'> = {
  code: 'unexpanded-variable',
  severity: 'warning',
  on: 'Container',
  needs: ['EnvVar', 'EnvFromSource'],
  summary: 'A variable in a command is written $(NAME), because $NAME is for a shell, and none reads it.',
  mirrors: 'third_party/forked/golang/expansion/expand.go: Expand',
  check({ command = [], args = [], env = [], envFrom = [] }, at, report) {
    // What the image runs when there is no command may be a shell.
    if (command.length === 0 || (env.length === 0 && envFrom.length === 0)) return;
    const words = [...command, ...args];
    if (!words.some((word) => word.includes('$')) || isShell(words)) return;
    const names = new Set(env.map(({ name }) => name));
    words.forEach((word, index) => {
      for (const [text, braced = '', plain = ''] of word.matchAll(VARIABLE)) {
        const name = braced === '' ? plain : braced;
        if (!names.has(name)) continue;
        report(
          placeOf(index, command.length, at),
          `"${text}" is passed on as it is, because no shell reads it`,
          `write "$(${name})"`,
        );
      }
    });
  },
};

const VARIABLE = /\$\{([A-Za-z_]\w*)\}|\$([A-Za-z_]\w*)/g;

/** Whether one of the words says that the next is a script. */
function isShell(words: readonly string[]): boolean {
  return words.some((word) => /^-\w*c$/.test(word));
}

function placeOf(index: number, commandLength: number, at: Path): Path {
  return index < commandLength ? at.field('command').item(index) : at.field('args').item(index - commandLength);
}
