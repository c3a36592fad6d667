import { type Call, type Entry, type Expression, ExpressionError, type Item } from './expression';
import { RESERVED } from '../../manifest/cel-words';
import { integer, type Token, tokensOf } from './tokens';

/**
 * Reads an expression in CEL, with optional syntax (`a.?b`, `a[?0]`), as the API server of Kubernetes 1.35 does.
 *
 * @throws ExpressionError when it is none
 */
export function parseExpression(text: string): Expression {
  return new Parser(tokensOf(text)).whole();
}

/** Operators with two sides, the loosest first. Those of a level go from left to right. */
const LEVELS: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['<', '<=', '>=', '>', '==', '!=', 'in'],
  ['+', '-'],
  ['*', '/', '%'],
];

// The API server's parser has a limit too, of 250.
const MAX_DEPTH = 250;

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): Expression {
    const expression = this.#expression();
    const { kind, text, at } = this.#next();
    if (kind !== 'end') throw new ExpressionError(`has "${text}" where it should end`, at);
    return expression;
  }

  #peek(): Token {
    return this.#tokens[this.#at] ?? { kind: 'end', text: 'the end', at: 0 };
  }

  #next(): Token {
    const token = this.#peek();
    if (token.kind !== 'end') this.#at++;
    return token;
  }

  /** Takes an operator if it is the next token. */
  #take(text: string): boolean {
    const token = this.#peek();
    if (token.kind !== 'operator' || token.text !== text) return false;
    this.#at++;
    return true;
  }

  #expect(text: string): void {
    if (this.#take(text)) return;
    const found = this.#peek();
    const what = found.kind === 'end' ? 'ends' : `has "${found.text}"`;
    throw new ExpressionError(`${what} where "${text}" should be`, found.at);
  }

  #expression(): Expression {
    if (++this.#depth > MAX_DEPTH) throw new ExpressionError('is nested too deep', this.#peek().at);
    const { at } = this.#peek();
    const condition = this.#level(0);
    let result = condition;
    if (this.#take('?')) {
      const yes = this.#level(0);
      this.#expect(':');
      result = { kind: 'call', name: '_?_:_', args: [condition, yes, this.#expression()], at };
    }
    this.#depth--;
    return result;
  }

  #level(level: number): Expression {
    const operators = LEVELS[level];
    if (operators === undefined) return this.#unary();
    let left = this.#level(level + 1);
    for (let token = this.#peek(); token.kind === 'operator' && operators.includes(token.text); token = this.#peek()) {
      this.#at++;
      const name = token.text === 'in' ? '@in' : `_${token.text}_`;
      left = { kind: 'call', name, args: [left, this.#level(level + 1)], at: token.at };
    }
    return left;
  }

  #unary(): Expression {
    const { at } = this.#peek();
    let count = 0;
    if (this.#peek().text === '-' && this.#peek().kind === 'operator') {
      while (this.#take('-')) count++;
      const sign = this.#signed(count, at);
      if (sign !== undefined) return sign;
      return wrap('-_', count, this.#member(this.#primary()), at);
    }
    while (this.#take('!')) count++;
    return wrap('!_', count, this.#member(this.#primary()), at);
  }

  /** A number with its sign, which is one literal: the smallest int has no positive one. */
  #signed(count: number, at: number): Expression | undefined {
    const token = this.#peek();
    const isDouble = token.kind === 'constant' && typeof token.value === 'number';
    if (token.kind !== 'integer' && !isDouble) return undefined;
    this.#at++;
    const value = token.kind === 'integer' ? integer(token, true) : -Number(token.value);
    return wrap('-_', count - 1, this.#member({ kind: 'constant', value, at: token.at }), at);
  }

  #member(operand: Expression): Expression {
    let result = operand;
    for (;;) {
      const { at } = this.#peek();
      if (this.#take('.')) result = this.#select(result, at);
      else if (this.#take('[')) {
        const name = this.#take('?') ? '_[?_]' : '_[_]';
        result = { kind: 'call', name, args: [result, this.#expression()], at };
        this.#expect(']');
      } else return result;
    }
  }

  #select(operand: Expression, at: number): Expression {
    const isOptional = this.#take('?');
    const { kind, text, at: from } = this.#next();
    if (kind === 'name' && !isOptional && this.#take('(')) {
      return { kind: 'call', name: text, target: operand, args: this.#args(')'), at: from };
    }
    if (kind !== 'name') throw new ExpressionError(`has "${text}" where a name should be`, from);
    return { kind: 'select', operand, field: text, isOptional, at };
  }

  #primary(): Expression {
    const token = this.#next();
    const { kind, text, at } = token;
    if (kind === 'integer') return { kind: 'constant', value: integer(token, false), at };
    if (kind === 'constant') return { kind: 'constant', value: token.value ?? null, at };
    if (kind === 'name') return this.#name(text, at);
    if (kind === 'operator' && text === '(') {
      const inner = this.#expression();
      this.#expect(')');
      return inner;
    }
    if (kind === 'operator' && text === '[') return { kind: 'list', items: this.#items(), at };
    if (kind === 'operator' && text === '{') return { kind: 'map', entries: this.#entries(), at };
    if (kind === 'operator' && text === '.' && this.#peek().kind === 'name') return this.#name(this.#next().text, at);
    const what = kind === 'end' ? 'ends' : `has "${text}"`;
    throw new ExpressionError(`${what} where a value should be`, at);
  }

  #name(name: string, at: number): Expression {
    if (RESERVED.has(name)) throw new ExpressionError(`has "${name}", which is a reserved word`, at);
    if (this.#take('(')) return { kind: 'call', name, args: this.#args(')'), at } satisfies Call;
    // A message is only seen by its bracket: `google.protobuf.Duration{seconds: 1}`.
    let ahead = this.#at;
    const dotted = [name];
    while (this.#tokens[ahead]?.text === '.' && this.#tokens[ahead + 1]?.kind === 'name') {
      dotted.push(this.#tokens[ahead + 1]?.text ?? '');
      ahead += 2;
    }
    if (this.#tokens[ahead]?.kind !== 'operator' || this.#tokens[ahead]?.text !== '{')
      return { kind: 'name', name, at };
    this.#at = ahead + 1;
    return this.#message(dotted.join('.'), at);
  }

  #message(name: string, at: number): Expression {
    while (!this.#take('}')) {
      this.#take('?');
      const field = this.#next();
      if (field.kind !== 'name') throw new ExpressionError(`has "${field.text}" where a field should be`, field.at);
      this.#expect(':');
      this.#expression();
      if (this.#take(',')) continue;
      this.#expect('}');
      break;
    }
    return { kind: 'message', name, at };
  }

  #args(close: string): readonly Expression[] {
    if (this.#take(close)) return [];
    const args = [this.#expression()];
    while (this.#take(',')) args.push(this.#expression());
    this.#expect(close);
    return args;
  }

  #items(): readonly Item[] {
    const items: Item[] = [];
    while (!this.#take(']')) {
      items.push({ isOptional: this.#take('?'), value: this.#expression() });
      if (this.#take(',')) continue;
      this.#expect(']');
      break;
    }
    return items;
  }

  #entries(): readonly Entry[] {
    const entries: Entry[] = [];
    while (!this.#take('}')) {
      const isOptional = this.#take('?');
      const key = this.#expression();
      this.#expect(':');
      entries.push({ isOptional, key, value: this.#expression() });
      if (this.#take(',')) continue;
      this.#expect('}');
      break;
    }
    return entries;
  }
}

/** An even number of signs is none, as in the API server's parser. */
function wrap(name: string, count: number, operand: Expression, at: number): Expression {
  return count % 2 === 0 ? operand : { kind: 'call', name, args: [operand], at };
}
