import { type Call, type Expression, type Field, fieldName, flat, flatCall, isShorthand } from './expression';

type Chain = Extract<Expression, { sort: 'chain' }>;

/** Of a line. */
export const WIDTH = 120;
const STEP = '  ';

/**
 * The expression as prettier would write it: on one line if it fits, else broken.
 *
 * @param indent of the line that it begins on
 * @param before how many characters of that line are taken
 * @param after how many characters follow on its last line
 */
export function layout(expression: Expression, indent: string, before: number, after: number): string {
  const line = flat(expression);
  if (before + line.length + after <= WIDTH && !mustBreak(expression)) return line;
  switch (expression.sort) {
    case 'text':
      return line;
    case 'object':
      return broken('{', expression.fields.map(fieldLines(indent + STEP)), '}', indent);
    case 'list':
      return broken('[', expression.items.map(itemLines(indent + STEP)), ']', indent);
    case 'chain':
      return chainLines(expression, indent, before, after);
  }
}

function fieldLines(indent: string): (field: Field) => string {
  return ([name, value]) => {
    if (isShorthand([name, value])) return name;
    const key = `${fieldName(name)}: `;
    const line = layout(value, indent, indent.length + key.length, 1);
    // A string that is too long for its line goes to the next one.
    const isLong = value.sort === 'text' && indent.length + key.length + line.length + 1 > WIDTH;
    return isLong ? `${key.trimEnd()}\n${indent}${STEP}${line}` : key + line;
  };
}

function itemLines(indent: string): (item: Expression) => string {
  return (item) => layout(item, indent, indent.length, 1);
}

function broken(open: string, parts: readonly string[], close: string, indent: string): string {
  return parts.length === 0
    ? open + close
    : `${open}\n${parts.map((part) => `${indent}${STEP}${part},\n`).join('')}${indent}${close}`;
}

function chainLines(chain: Chain, indent: string, before: number, after: number): string {
  const { head, calls } = chain;
  const [first, ...rest] = calls;
  if (!first) return head;
  const isOfHead = first.name === '';
  const methods = isOfHead ? rest : calls;
  const [only] = methods;
  const start = isOfHead
    ? head + argsLines(first.args, indent, before + head.length, lengthBehind(methods, after))
    : head;
  if (methods.length <= 1) {
    if (!only) return start;
    const name = `.${only.name}`;
    return start + name + argsLines(only.args, indent, lastLineLength(start, before) + name.length, after);
  }
  const inner = indent + STEP;
  const last = methods.at(-1);
  if (last?.args[0]?.sort === 'object' && last.args.length === 1 && !mustBreak(chain)) {
    const lead = `${flat({ ...chain, calls: calls.slice(0, -1) })}.${last.name}`;
    const written = layout(last.args[0], inner, inner.length + last.name.length + 2, after + 1);
    if (written.includes('\n') && before + lead.length + 2 <= WIDTH) {
      return lead + argsLines(last.args, indent, before + lead.length, WIDTH);
    }
  }
  const lines = methods.map(
    ({ name, args }, index) =>
      `\n${inner}.${name}${argsLines(args, inner, inner.length + name.length + 1, index === methods.length - 1 ? after : 0)}`,
  );
  return start + lines.join('');
}

/** How much must fit on the line behind the first of the calls: up to where the line may break. */
function lengthBehind(methods: readonly Call[], after: number): number {
  const [only, another] = methods;
  if (!only) return after;
  if (another) return 0;
  return only.args.length === 0 ? flatCall(only).length + after : `.${only.name}(`.length;
}

/** Arguments with their parentheses. */
function argsLines(args: readonly Expression[], indent: string, before: number, after: number): string {
  const line = `(${args.map(flat).join(', ')})`;
  if (before + line.length + after <= WIDTH && !args.some(mustBreak)) return line;
  const last = args.at(-1);
  const others = args.slice(0, -1);
  const canHug = (last?.sort === 'object' || last?.sort === 'list') && others.at(-1)?.sort !== last.sort;
  if (last && canHug && !others.some(mustBreak)) {
    const start = `(${others.map((each) => `${flat(each)}, `).join('')}`;
    if (before + start.length + 1 <= WIDTH) {
      return `${start}${layout(last, indent, before + start.length, WIDTH)})`;
    }
  }
  return broken('(', args.map(itemLines(indent + STEP)), ')', indent);
}

function lastLineLength(written: string, before: number): number {
  const end = written.lastIndexOf('\n');
  return end < 0 ? before + written.length : written.length - end - 1;
}

/** Prettier breaks a chain of three calls with an argument that is not simple, even where it would fit. */
function mustBreak(expression: Expression): boolean {
  switch (expression.sort) {
    case 'text':
      return false;
    case 'object':
      return expression.fields.some(([, value]) => mustBreak(value));
    case 'list':
      return expression.items.some(mustBreak);
    case 'chain': {
      const args = expression.calls.flatMap((each) => each.args);
      const isLong = expression.calls.length > 2 && expression.calls.filter(({ name }) => name !== '').length > 1;
      return args.some(mustBreak) || (isLong && !args.every((arg) => isSimple(arg)));
    }
  }
}

const LONGEST_SIMPLE_REGEX = 5;
const DEEPEST_SIMPLE = 1;

function isSimple(expression: Expression, depth = 0): boolean {
  if (depth > DEEPEST_SIMPLE) return false;
  const areSimple = (parts: readonly Expression[]): boolean => parts.every((part) => isSimple(part, depth + 1));
  switch (expression.sort) {
    case 'text':
      return !/^\/.*\/\w*$/s.test(expression.text) || expression.text.lastIndexOf('/') - 1 <= LONGEST_SIMPLE_REGEX;
    case 'object':
      return areSimple(expression.fields.map(([, value]) => value));
    case 'list':
      return areSimple(expression.items);
    case 'chain':
      return expression.calls.every(({ args }) => areSimple(args));
  }
}
