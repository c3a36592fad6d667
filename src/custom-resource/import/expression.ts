/** TypeScript as far as a module of schemas needs it. */
export type Expression =
  /** Whatever stands on one line: a name, a number, a string. */
  | { readonly sort: 'text'; readonly text: string }
  | { readonly sort: 'object'; readonly fields: readonly Field[] }
  | { readonly sort: 'list'; readonly items: readonly Expression[] }
  /** `z.string().min(1)`, `int32()`, `labels.optional()`. */
  | { readonly sort: 'chain'; readonly head: string; readonly calls: readonly Call[] };

export type Field = readonly [name: string, value: Expression];

/** One call of a chain; the name of a call of the head itself is empty. */
export interface Call {
  readonly name: string;
  readonly args: readonly Expression[];
}

/** A name, or any other text that is not broken. */
export function text(written: string): Expression {
  return { sort: 'text', text: written };
}

export function object(fields: readonly Field[]): Expression {
  return { sort: 'object', fields };
}

/** `call('int32')`, `call('z.array', item)`. */
export function call(name: string, ...args: readonly Expression[]): Expression {
  const [head = '', method = ''] = name.split('.');
  return { sort: 'chain', head, calls: [{ name: method, args }] };
}

/** `on.name(...args)` */
export function method(on: Expression, name: string, ...args: readonly Expression[]): Expression {
  if (on.sort === 'chain') return { ...on, calls: [...on.calls, { name, args }] };
  return { sort: 'chain', head: flat(on), calls: [{ name, args }] };
}

/** A JSON value as a literal. */
export function literal(value: unknown): Expression {
  if (Array.isArray(value)) return { sort: 'list', items: value.map(literal) };
  if (typeof value === 'object' && value !== null) {
    return object(Object.entries(value).map(([name, each]) => [name, literal(each)]));
  }
  return text(typeof value === 'string' ? quoted(value) : JSON.stringify(value).replace('e+', 'e'));
}

/** The expression on one line. */
export function flat(expression: Expression): string {
  switch (expression.sort) {
    case 'text':
      return expression.text;
    case 'object': {
      const fields = expression.fields.map(([name, value]) =>
        isShorthand([name, value]) ? name : `${fieldName(name)}: ${flat(value)}`,
      );
      return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
    }
    case 'list':
      return `[${expression.items.map(flat).join(', ')}]`;
    case 'chain':
      return expression.head + expression.calls.map(flatCall).join('');
  }
}

/** What the calls in an expression begin with: `z`, `int32`. */
export function* headsOf(expression: Expression): Generator<string> {
  if (expression.sort === 'text') return;
  if (expression.sort === 'chain') yield expression.head;
  for (const part of partsOf(expression)) yield* headsOf(part);
}

function partsOf(expression: Exclude<Expression, { sort: 'text' }>): readonly Expression[] {
  switch (expression.sort) {
    case 'object':
      return expression.fields.map(([, value]) => value);
    case 'list':
      return expression.items;
    case 'chain':
      return expression.calls.flatMap(({ args }) => args);
  }
}

export function flatCall({ name, args }: Call): string {
  return `${name === '' ? '' : `.${name}`}(${args.map(flat).join(', ')})`;
}

/** Whether `{ a: a }` can be `{ a }`. */
export function isShorthand([name, value]: Field): boolean {
  return value.sort === 'text' && value.text === name && IDENTIFIER.test(name);
}

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** As it stands in an object. */
export function fieldName(name: string): string {
  if (name === '__proto__') return "['__proto__']"; // As it is, it would be the prototype.
  return IDENTIFIER.test(name) ? name : quoted(name);
}

/** A string in the quotes that need fewer escapes, and with nothing in it that an editor would not show. */
export function quoted(value: string): string {
  const quote = count(value, "'") > count(value, '"') ? '"' : "'";
  const escaped = value.replace(/[\\'"\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (char) => {
    if (char === "'" || char === '"') return char === quote ? `\\${char}` : char;
    const code = char.codePointAt(0)?.toString(16) ?? '';
    return ESCAPES[char] ?? (code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`);
  });
  return quote + escaped + quote;
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function count(value: string, char: string): number {
  return value.split(char).length - 1;
}
