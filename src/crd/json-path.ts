/** A step from a value to what is in it. */
export type JsonPathStep =
  | { readonly kind: 'field'; readonly name: string }
  /** Of a list: `[0]`, `[1:3]`, `[?(@.type=="Ready")]`. */
  | { readonly kind: 'items' }
  /** `[*]` is of a list, `.*` of a list or an object. */
  | { readonly kind: 'all' }
  /** Something that is no step: `..`, a union, a text. What it finds depends on the values. */
  | { readonly kind: 'other' };

export type JsonPath = { readonly steps: readonly JsonPathStep[] } | { readonly problem: string };

/**
 * Reads a path of kubectl, such as `.spec.replicas` or `.status.conditions[?(@.type=="Ready")].status`. The grammar is that of
 * k8s.io/client-go/util/jsonpath 1.35. The problem of a path continues `<path> "<json path>" `.
 */
export function parseJsonPath(text: string): JsonPath {
  const steps: JsonPathStep[] = [];
  let at = 0;
  let isAfterDescent = false;
  while (at < text.length) {
    if (text[at] === '}') {
      // What comes next is text, until another path begins. Only the first is used.
      const next = text.indexOf('{', at);
      if (next < 0) break;
      at = next + 1;
      isAfterDescent = false;
      steps.push(OTHER);
      continue;
    }
    const token = tokenAt(text, at);
    if ('problem' in token) return token;
    const isDescent = text.startsWith('..', at);
    if (isDescent && isAfterDescent) return { problem: 'has ".." twice: write it once' };
    if (token.steps.length > 0) isAfterDescent = isDescent && token.length === 2;
    at += token.length;
    steps.push(...token.steps);
  }
  return { steps };
}

type Token = Steps | { readonly problem: string };

interface Steps {
  readonly length: number;
  readonly steps: readonly JsonPathStep[];
}

const OTHER: JsonPathStep = { kind: 'other' };

function tokenAt(text: string, at: number): Token {
  const char = text[at] ?? '';
  if (text.startsWith('[?(', at)) return filterAt(text, at);
  if (text.startsWith('..', at)) return descentAt(text, at);
  if (char === ' ' || char === '@' || char === '$') return { length: 1, steps: [] };
  if (char === '[') return bracketsAt(text, at);
  if (char === '"' || char === "'") return quoteAt(text, at);
  if (char === '.') return fieldAt(text, at + 1);
  return wordAt(text, at);
}

// The patterns of these two name properties of Unicode, which V8 reads slowly when it compiles the function, and few paths need.

function descentAt(text: string, at: number): Token {
  const isNamed = match(/[_\p{L}\p{Nd}]/uy, text, at + 2) !== undefined;
  return { length: isNamed ? fieldAt(text, at + 2).length + 1 : 2, steps: [OTHER] };
}

function wordAt(text: string, at: number): Token {
  const [number] = match(/[-+\p{Nd}][.\p{Nd}]*/uy, text, at) ?? [];
  if (number !== undefined) {
    const isNumber = /^[-+]?(\d+\.?\d*|\.\d+)$/.test(number);
    return isNumber ? { length: number.length, steps: [OTHER] } : { problem: `has "${number}", which is no number` };
  }
  const [word] = match(/[_\p{L}][^ \t\r\n.,[\]$@{}]*/uy, text, at) ?? [];
  if (word !== undefined) return { length: word.length, steps: [OTHER] };
  return { problem: `has ${JSON.stringify(text[at] ?? '')} where a "." or a "[" should be` };
}

/** A name until the next mark; a backslash before a mark makes it part of the name. */
function fieldAt(text: string, start: number): Steps {
  const [name = ''] = match(/(?:\\[^]|[^ \t\r\n.,[\]$@{}\\])*/uy, text, start) ?? [];
  const step: JsonPathStep = name === '*' ? { kind: 'all' } : { kind: 'field', name: name.replaceAll('\\', '') };
  return { length: name.length + 1, steps: [step] };
}

function bracketsAt(text: string, start: number): Token {
  const [all, inside = ''] = match(/\[([^\]\n]*)\]/y, text, start) ?? [];
  if (all === undefined) return { problem: 'has a "[" that is not closed: write "]"' };
  const { length } = all;
  if (inside === '*') return { length, steps: [{ kind: 'all' }] };
  if (inside.includes(',')) {
    const parts = inside.split(',').map((part) => parseJsonPath(`[${part.replace(/^ +| +$/g, '')}]`));
    return parts.find((part) => 'problem' in part) ?? { length, steps: [OTHER] };
  }
  const [, key] = /^'([^']*)'$/.exec(inside) ?? [];
  if (key !== undefined) {
    const field = parseJsonPath(`.${key}`);
    return 'problem' in field ? field : { length, steps: field.steps };
  }
  const isIndex = /^-?\d*(:-?\d*)?(:-?\d*)?$/.test(inside) && !inside.split(':').includes('-');
  if (isIndex) return { length, steps: [{ kind: 'items' }] };
  return { problem: `has "[${inside}]", which is no index: write a number, *, or a name in single quotes` };
}

function filterAt(text: string, start: number): Token {
  const end = filterEnd(text, start + 3);
  if (end === undefined) return { problem: 'has a "[?(" that is not closed: write ")]"' };
  const inside = text.slice(start + 3, end);
  const [, left, , right] = /^([^!<>=]+)([!<>=]+)(.+?)$/.exec(inside) ?? [];
  const parts = left === undefined || right === undefined ? [inside] : [left, right];
  const wrong = parts.map(parseJsonPath).find((part) => 'problem' in part);
  return wrong ?? { length: end + 2 - start, steps: [{ kind: 'items' }] };
}

/** Where the ")" of a filter is. One string may have a ")" in it. */
function filterEnd(text: string, start: number): number | undefined {
  let quote = '';
  let closed = false;
  for (let at = start; at < text.length && text[at] !== '\n'; at++) {
    const char = text[at] ?? '';
    if (char === '"' || char === "'") {
      if (quote === '') quote = char;
      else if (char === quote && text[at - 1] !== '\\') closed = true;
    } else if (char === ')' && (quote !== '') === closed) return text[at + 1] === ']' ? at : undefined;
  }
  return undefined;
}

function quoteAt(text: string, start: number): Token {
  const quote = text[start] ?? '';
  for (let at = start + 1; at < text.length && text[at] !== '\n'; at++) {
    if (text[at] !== quote || text[at - 1] === '\\') continue;
    const inside = text.slice(start + 1, at);
    const isEscaped = inside.replace(ESCAPE, '').includes('\\');
    return isEscaped
      ? { problem: `has a "\\" in quotes that escapes nothing` }
      : { length: at + 1 - start, steps: [OTHER] };
  }
  return { problem: `has a ${quote} that is not closed: write one more` };
}

const ESCAPE = /\\([abfnrtv\\'"]|[0-7]{3}|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8})/g;

function match(token: RegExp, text: string, at: number): RegExpExecArray | undefined {
  token.lastIndex = at;
  return token.exec(text) ?? undefined;
}
