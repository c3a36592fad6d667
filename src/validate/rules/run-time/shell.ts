import type { Path } from '../../path';
import type { Rule } from '../../rule';

export const commandWithoutShell: Rule<'Container' | 'ExecAction'> = {
  code: 'command-without-shell',
  severity: 'warning',
  on: ['Container', 'ExecAction'],
  summary: 'A command is a program and its arguments, one by one; "&&", "|" and the like need a shell that reads them.',
  check(value, at, report) {
    const { command = [] } = value;
    const args = 'args' in value ? (value.args ?? []) : [];
    const [program = ''] = command;
    const here = at.field('command');
    if (program.includes(' ')) {
      const fix = OPERATOR.test(program) ? SHELL : `write ${JSON.stringify(program.trim().split(/\s+/))}`;
      report(here.item(0), `${JSON.stringify(program)} is no program, but a line for a shell`, fix);
      return;
    }
    if (command.length === 0) return;
    const words = [...command, ...args];
    if (isShell(words)) return;
    const index = words.findIndex((word) => OPERATORS.has(word));
    if (index < 0) return;
    report(placeOf(index, command.length, at), `"${words[index]}" means something to a shell only`, SHELL);
  },
};

const SHELL = 'write ["/bin/sh", "-c", "..."]';
const OPERATORS = new Set(['&&', '||', '|', ';', '>', '>>', '2>&1']);
const OPERATOR = /&&|\||;|>/;

export const unexpandedVariable: Rule<'Container'> = {
  code: 'unexpanded-variable',
  severity: 'warning',
  on: 'Container',
  summary: 'A variable in a command is written $(NAME), because $NAME is for a shell, and none reads it.',
  mirrors: 'third_party/forked/golang/expansion/expand.go: Expand',
  check({ command = [], args = [], env = [], envFrom = [] }, at, report) {
    // What the image runs when there is no command may be a shell.
    if (command.length === 0 || (env.length === 0 && envFrom.length === 0)) return;
    const words = [...command, ...args];
    if (isShell(words) || !words.some((word) => word.includes('$'))) return;
    const names = new Set(env.map(({ name }) => name));
    words.forEach((word, index) => {
      for (const [text, braced = '', plain = ''] of word.matchAll(VARIABLE)) {
        const name = braced === '' ? plain : braced;
        if (!names.has(name)) continue;
        report(
          placeOf(index, command.length, at),
          `"${text}" stays as it is, because no shell reads it`,
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
