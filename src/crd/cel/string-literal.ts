import { ExpressionError } from './expression';

/** The value of a literal with its prefix and quotes: `"a\n"`, `r'\d'`, `b"\xff"`. @throws ExpressionError at an unknown escape */
export function readString(literal: string, at: number): string | Uint8Array {
  const [, prefix = '', quote = ''] = /^([bBrR]*)("""|'''|"|')/.exec(literal) ?? [];
  const isBytes = /b/i.test(prefix);
  const body = literal.slice(prefix.length + quote.length, -quote.length).replace(/\r\n?/g, '\n');
  if (/r/i.test(prefix)) return isBytes ? Buffer.from(body) : body;
  const parts: Uint8Array[] = [];
  const text = body.replace(/\\([^]?)([0-9a-fA-F]{0,8})/g, (_all, escape: string, digits: string) => {
    const { value, used, byte } = unescape(escape, digits, isBytes, at);
    const rest = digits.slice(used);
    if (byte === undefined) return value + rest;
    // A private character for a byte that is no text; see below.
    return String.fromCodePoint(BYTES + byte) + rest;
  });
  if (!isBytes) return text;
  for (const char of text) {
    const byte = (char.codePointAt(0) ?? 0) - BYTES;
    parts.push(byte >= 0 && byte < 256 ? Uint8Array.of(byte) : Buffer.from(char));
  }
  return Buffer.concat(parts);
}

/** Some code points of a private plane, which no rule has. */
const BYTES = 0x10fe00;

const SIMPLE: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '"': '"',
  "'": "'",
  '\\': '\\',
  '?': '?',
  '`': '`',
};

const HEX_DIGITS: Readonly<Record<string, number>> = { x: 2, X: 2, u: 4, U: 8 };

interface Unescaped {
  readonly value: string;
  /** How many of the digits after the escape belong to it. */
  readonly used: number;
  readonly byte?: number;
}

function unescape(escape: string, digits: string, isBytes: boolean, at: number): Unescaped {
  const simple = SIMPLE[escape];
  if (simple !== undefined) return { value: simple, used: 0 };
  const octal = /^[0-3][0-7]{2}/.exec(escape + digits)?.[0];
  const count = octal === undefined ? HEX_DIGITS[escape] : undefined;
  const isTooShort = count !== undefined && digits.length < count;
  if (octal === undefined && (count === undefined || isTooShort)) {
    throw new ExpressionError(`has the escape "\\${escape}", which CEL does not know`, at);
  }
  const code = octal === undefined ? Number.parseInt(digits.slice(0, count), 16) : Number.parseInt(octal, 8);
  const used = octal === undefined ? (count ?? 0) : 2;
  if (isBytes && (octal !== undefined || count === 2)) return { value: '', used, byte: code };
  if ((isBytes && count !== undefined) || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
    throw new ExpressionError(`has an escape of "\\${escape}" that is no character`, at);
  }
  return { value: String.fromCodePoint(code), used };
}
