import { ExpressionError } from './expression';
import { readString } from './string-literal';
import { fail, MAX_INT, MAX_UINT, uint, type Value } from './value';

export interface Token {
  readonly kind: 'name' | 'constant' | 'integer' | 'operator' | 'end';
  readonly text: string;
  readonly at: number;
  /** Of a constant; the sign before an integer is not part of it yet. */
  readonly value?: Value;
}

const SPACE = /(?:[\t\n\f\r ]|\/\/[^\n]*)+/y;
const WORD = /[A-Za-z_][A-Za-z0-9_]*/y;
const NUMBER = /0x[0-9a-fA-F]+[uU]?|(?:\d+\.\d+(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+|\.\d+(?:[eE][+-]?\d+)?)|\d+[uU]?/y;
const TEXT =
  /[bB]?(?:[rR](?:"""[^]*?"""|'''[^]*?'''|"[^"\n\r]*"|'[^'\n\r]*')|"""(?:\\[^]|[^\\])*?"""|'''(?:\\[^]|[^\\])*?'''|"(?:\\[^]|[^\\"\n\r])*"|'(?:\\[^]|[^\\'\n\r])*')/y;
const OPERATOR = /==|!=|<=|>=|&&|\|\||[<>()[\]{}.,\-!?:+*/%]/y;

/** @throws ExpressionError */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const read = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    const match = pattern.exec(text) ?? undefined;
    if (match) at = pattern.lastIndex;
    return match;
  };
  for (read(SPACE); at < text.length; read(SPACE)) {
    const from = at;
    const literal = read(TEXT)?.[0];
    if (literal !== undefined) {
      tokens.push({ kind: 'constant', text: literal, at: from, value: readString(literal, from) });
      continue;
    }
    const word = read(WORD)?.[0];
    if (word !== undefined) {
      tokens.push(wordToken(word, from));
      continue;
    }
    const number = read(NUMBER)?.[0];
    if (number !== undefined) {
      tokens.push(numberToken(number, from));
      continue;
    }
    const operator = read(OPERATOR)?.[0];
    if (operator !== undefined) tokens.push({ kind: 'operator', text: operator, at: from });
    else if (text[from] === '`')
      throw new ExpressionError('has a name in backticks, which Kubernetes does not read', from);
    else throw new ExpressionError(`has ${JSON.stringify(text[from])}, which CEL does not know`, from);
  }
  tokens.push({ kind: 'end', text: 'the end', at });
  return tokens;
}

const WORDS: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

function wordToken(text: string, at: number): Token {
  const value = WORDS.get(text);
  if (value !== undefined) return { kind: 'constant', text, at, value };
  return { kind: text === 'in' ? 'operator' : 'name', text, at };
}

function numberToken(text: string, at: number): Token {
  if (/^0x/.test(text) || /^\d+[uU]?$/.test(text)) {
    const isUnsigned = /[uU]$/.test(text);
    const value = BigInt(isUnsigned ? text.slice(0, -1) : text);
    if (!isUnsigned) return { kind: 'integer', text, at, value };
    if (value > MAX_UINT) throw new ExpressionError(`has ${text}, which is too large for a uint`, at);
    return { kind: 'constant', text, at, value: uint(value) };
  }
  const value = Number(text);
  if (!Number.isFinite(value)) throw new ExpressionError(`has ${text}, which is too large for a double`, at);
  return { kind: 'constant', text, at, value };
}

/** The value of an integer with its sign. @throws ExpressionError when it has more than 64 bits */
export function integer({ value, text, at }: Token, isNegative: boolean): bigint {
  const amount = typeof value === 'bigint' ? value : fail(text);
  if (amount > MAX_INT + (isNegative ? 1n : 0n)) {
    throw new ExpressionError(`has ${text}, which is too large for an int`, at);
  }
  return isNegative ? -amount : amount;
}
