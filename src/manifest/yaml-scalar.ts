/**
 * A string as a YAML scalar on one line: plain where a YAML 1.1 and a 1.2 reader both take it for a string, else in quotes.
 *
 * @example flowScalar('web') // 'web'
 * @example flowScalar('yes') // '"yes"'
 * @example flowScalar('{"a": 1}') // `'{"a": 1}'`
 */
export function flowScalar(text: string): string {
  if (text.length > MAX_CACHED_LENGTH) return writeFlowScalar(text);
  let written = cache.get(text);
  if (written === undefined) {
    written = writeFlowScalar(text);
    if (cache.size >= MAX_CACHED_STRINGS) cache.clear();
    cache.set(text, written);
  }
  return written;
}

/**
 * A multi-line string as a block literal whose lines start with `indent`, or undefined where only quotes keep it whole: a
 * carriage return, a control character, nothing but white space, or white space after its last line.
 *
 * The text starts with the header (`|`, `|-`, `|+`, `|2-`, ...) and ends without the line feed of its last line.
 */
export function blockLiteral(text: string, indent: string): string | undefined {
  if (!holdsInBlock(text)) return undefined;
  // A reader takes the indentation from the first line that is not empty, unless the header says it.
  const indicator = STARTS_INDENTED.test(text) ? '2' : '';
  const body = text.replace(LINE_START, indent);
  if (!text.endsWith('\n')) return `|${indicator}-\n${body}`;
  return `|${indicator}${text.endsWith('\n\n') ? '+' : ''}\n${body.slice(0, -1)}`;
}

/** A number as both YAML versions read it: `3`, `0.5`, `1.0e+21`. What JSON cannot hold (NaN, the infinities) is `null`, as in JSON. */
export function numberScalar(value: number): string {
  if (!Number.isFinite(value)) return 'null';
  if (Object.is(value, -0)) return '-0';
  const text = String(value);
  // YAML 1.1 wants a point in a float that has an exponent: JavaScript's 1e+21 is a string there.
  return EXPONENT_WITHOUT_POINT.test(text) ? text.replace('e', '.0e') : text;
}

// Names, labels, images and field names come again and again; a long string seldom does.
const MAX_CACHED_LENGTH = 64;
const MAX_CACHED_STRINGS = 20_000;
const cache = new Map<string, string>();

const EXPONENT_WITHOUT_POINT = /^-?\de/;
const STARTS_INDENTED = /^\n*[ \t]/;
const LINE_START = /^(?=.)/gm;

function writeFlowScalar(text: string): string {
  if (isPlain(text)) return text;
  if (text.includes('"') && !text.includes("'") && PRINTABLE.test(text)) return `'${text}'`;
  return JSON.stringify(text).replace(JSON_KEEPS_BUT_YAML_ESCAPES, escape);
}

/** What JSON leaves as it is, and a YAML reader refuses, folds as a line break, or eats as a byte order mark. */
const JSON_KEEPS_BUT_YAML_ESCAPES = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;

function escape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Whether both YAML versions read `text`, bare, as this string. Says no where in doubt. */
function isPlain(text: string): boolean {
  const { length } = text;
  if (length === 0) return false;
  const first = text.charCodeAt(0);
  if (first < 0x80 && STARTERS[first] === NEVER) return false;
  if (first < 0x80 && STARTERS[first] === PERHAPS_A_NUMBER && !isPlainStart(text)) return false;
  if (length <= LONGEST_WORD && WORDS.has(text.toLowerCase())) return false;
  let isAscii = true;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 || code === 0x7f) return false;
    if (code > 0x7f) isAscii = false;
    else if (code === COLON && (i + 1 === length || text.charCodeAt(i + 1) === SPACE)) return false;
    else if (code === SPACE && (i + 1 === length || text.charCodeAt(i + 1) === HASH)) return false;
  }
  return isAscii || PRINTABLE_NOT_SPACE.test(text);
}

/** For a text that starts with a digit, a sign, a point or an e: whether it is no number, date, document marker or list entry. */
function isPlainStart(text: string): boolean {
  if (text.startsWith('- ') || text.startsWith('---') || text.startsWith('...')) return false;
  if (DOTTED.test(text)) return true;
  return !NUMBER_OR_DATE.test(text);
}

const COLON = 0x3a;
const HASH = 0x23;
const SPACE = 0x20;

/** `10.0.0.1`, `1.2.3`: a number to no reader. */
const DOTTED = /^\d+(\.\d+){2,}$/;

/** What some reader takes for a number or a date, and more: 1_000, 0b1, 0x1F, 017, 12:30:45, .5, 1e3, 2026-11-21; the npm package `yaml` even e1. */
const NUMBER_OR_DATE = /^[-+]?[\d._,:]*(e[-+]?[\d_]+)?$|^[-+]?_*0_*[xbo][\da-f_]*$|^[-+]?\.(inf|nan)$|^\d{4}-\d/i;

/** The words that some reader takes for null, a boolean, a merge or a default. */
const WORDS = new Set(['y', 'n', 'yes', 'no', 'on', 'off', 'true', 'false', 'null', '~', '=', '<<']);
const LONGEST_WORD = 5;

const NEVER = 1;
const PERHAPS_A_NUMBER = 2;

/** What a character may do at the start of a plain scalar; 0 is: begin a string. */
const STARTERS = starters();

function starters(): Uint8Array {
  const table = new Uint8Array(0x80);
  for (let code = 0; code <= 0x20; code++) table[code] = NEVER;
  for (const indicator of '?:,[]{}#&*!|>\'"%@`\x7f') table[indicator.charCodeAt(0)] = NEVER;
  for (const start of '0123456789+-.eE') table[start.charCodeAt(0)] = PERHAPS_A_NUMBER;
  return table;
}

// Printable in both YAML versions. Left out: controls, U+0085, U+2028 and U+2029 (line breaks to YAML 1.1), the byte order mark, halves of
// surrogate pairs; in a plain scalar, also every kind of space but the plain one, which some readers trim.
const PRINTABLE = /^[\x20-\x7e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]*$/u;
const PRINTABLE_LINES = /^[\t\n\x20-\x7e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]*$/u;
const PRINTABLE_NOT_SPACE =
  /^[\x20-\x7e\u00a1-\u167f\u1681-\u1fff\u200b-\u2027\u202a-\u202e\u2030-\u205e\u2060-\u2fff\u3001-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]*$/u;

const ENDS_IN_BLANK_LINE = /(^|\n)[ \t]+\n*$/;

function holdsInBlock(text: string): boolean {
  return PRINTABLE_LINES.test(text) && !ENDS_IN_BLANK_LINE.test(text) && text.trim() !== '';
}
