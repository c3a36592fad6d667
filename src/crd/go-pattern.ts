import { remember } from '../values/remember';

/**
 * What JavaScript makes of the `pattern` of a CRD, which the API server runs with Go's `regexp` (RE2): an expression that matches the
 * same texts, or why there is none. The API server refuses what is `invalid`; what is `unsupported` it runs, and JavaScript cannot.
 */
export type GoPattern =
  { readonly expression: RegExp } | { readonly invalid: string } | { readonly unsupported: string };

/**
 * Reads a pattern of a CRD. As in Go, it matches anywhere in a text unless it has anchors, and takes characters, not bytes.
 *
 * Caveats: JavaScript backtracks, so an expression such as `(a+)+$` can take it for ever where Go needs no time. Under `(?i)`, `\b` takes
 * the long s and the sign of Kelvin for letters, which Go does not. Go refuses very large patterns, and their size is not looked at here.
 *
 * @example goPattern('^[[:digit:]]+\\z') // { expression: /(?:^)[0-9]+(?:$)/u }
 */
export const goPattern: (pattern: string) => GoPattern = remember((pattern) => {
  try {
    return { expression: new Translation(pattern).run() };
  } catch (error) {
    if (error instanceof InvalidPattern) return { invalid: error.message };
    if (error instanceof Untranslatable) return { unsupported: error.message };
    return { unsupported: `is none in JavaScript (${String(error)})` };
  }
});

/**
 * Why Go, and so the API server, refuses a pattern, as a phrase that continues `"<pattern>" `, or undefined when it takes it.
 *
 * @example goPatternProblem('a**') // 'repeats a repeat by "*": put the first into "(?:" and ")"'
 */
export function goPatternProblem(pattern: string): string | undefined {
  const read = goPattern(pattern);
  return 'invalid' in read ? read.invalid : undefined;
}

class InvalidPattern extends Error {}
class Untranslatable extends Error {}

/** Code points, the first and the last. */
type Range = readonly [first: number, last: number];

interface Flags {
  readonly ignoreCase: boolean;
  readonly multiLine: boolean;
  readonly dotAll: boolean;
}

/** One pass over a pattern, which writes the expression. */
class Translation {
  readonly #pattern: string;
  #at = 0;
  #out = '';
  #flags: Flags = { ignoreCase: false, multiLine: false, dotAll: false };
  /** For each "(" that is open: the flags to go on with after its ")", and the weight of what was before it. */
  readonly #open: { readonly flags: Flags; readonly weight: number }[] = [];
  /** How often repeats with a count, one in another, repeat something at most. Go has a limit. */
  #weight = 1;
  /** The weight of what a repeat would repeat here; undefined where there is nothing. */
  #operand: number | undefined;
  #isAfterRepeat = false;
  /** Whether letters ignore their case: both, when only some do. */
  readonly #cases = new Set<boolean>();
  /** Why JavaScript has no such expression. The pass goes on, because Go may refuse what comes later. */
  #reason: string | undefined;

  constructor(pattern: string) {
    this.#pattern = pattern;
  }

  run(): RegExp {
    while (this.#at < this.#pattern.length) {
      const isRepeat = this.#repeat();
      if (!isRepeat) this.#part();
      this.#isAfterRepeat = isRepeat;
    }
    if (this.#open.length > 0)
      throw new InvalidPattern('has a "(" without its ")": close it, or write "\\(" for the character');
    if (this.#cases.size > 1) this.#giveUp('ignores the case of a part only, by "(?i)"');
    if (this.#reason !== undefined) throw new Untranslatable(this.#reason);
    return new RegExp(this.#out, this.#cases.has(true) ? 'iu' : 'u');
  }

  #giveUp(reason: string): void {
    this.#reason ??= reason;
  }

  #part(): void {
    const [char = ''] = this.#read(/./suy) ?? [];
    if (char === '(') this.#group();
    else if (char === ')') this.#close();
    else if (char === '|') this.#begin('|');
    // JavaScript repeats no assertions, but groups with one.
    else if (char === '^') this.#emit(this.#flags.multiLine ? '(?:(?<![^\\n]))' : '(?:^)');
    else if (char === '$') this.#emit(this.#flags.multiLine ? '(?:(?![^\\n]))' : '(?:$)');
    else if (char === '.') this.#emit(this.#flags.dotAll ? '[^]' : '[^\\n]');
    else if (char === '[') this.#class();
    else if (char === '\\') this.#escape();
    else this.#literal(codeOf(char));
  }

  /** What matches here; the pass goes on after it. */
  #read(sticky: RegExp): readonly (string | undefined)[] | undefined {
    sticky.lastIndex = this.#at;
    const match = sticky.exec(this.#pattern) ?? undefined;
    if (match) this.#at = sticky.lastIndex;
    return match;
  }

  /** Writes something that can be repeated. */
  #emit(text: string): void {
    this.#begin(text);
    this.#operand = 1;
  }

  /** Writes something after which there is nothing to repeat yet. */
  #begin(text: string): void {
    this.#out += text;
    this.#weight = Math.max(this.#weight, this.#operand ?? 1);
    this.#operand = undefined;
  }

  #literal(code: number): void {
    this.#emit(this.#rangeText([code, code]));
  }

  #rangeText([first, last]: Range): string {
    if (hasLetters([first, last])) this.#cases.add(this.#flags.ignoreCase);
    return first === last ? codeText(first) : `${codeText(first)}-${codeText(last)}`;
  }

  #repeat(): boolean {
    const [all, sign, least, comma, most] = this.#read(/(?:([*+?])|\{(0|[1-9]\d*)(?:(,)(0|[1-9]\d*)?)?\})\??/y) ?? [];
    if (all === undefined) return false;
    if (this.#operand === undefined)
      throw new InvalidPattern(`has "${all}" with nothing to repeat: write "\\${all}" for the text`);
    if (this.#isAfterRepeat) throw new InvalidPattern(`repeats a repeat by "${all}": put the first into "(?:" and ")"`);
    if (sign === undefined) {
      const atLeast = Number(least);
      const atMost = comma === undefined ? atLeast : most === undefined ? undefined : Number(most);
      if (atMost !== undefined && atMost < atLeast)
        throw new InvalidPattern(`has "${all}", which is at least ${atLeast} and at most ${atMost}: swap them`);
      this.#operand *= atMost ?? Math.max(atLeast, 1);
      if (Math.max(this.#operand, atLeast) > MAX_REPEAT)
        throw new InvalidPattern(`repeats more than ${MAX_REPEAT} times by "${all}": repeat less`);
    }
    this.#out += all;
    return true;
  }

  #group(): void {
    const [opening, name] = this.#read(/\?P?<([^>]*)>/y) ?? [];
    const [change, on = '', off = '', end] = this.#read(/\?([imsU]*)(?:-([imsU]+))?([:)])/y) ?? [];
    if (name !== undefined && !/^\w+$/.test(name))
      throw new InvalidPattern(`has "(${opening}": name it with letters, digits and "_"`);
    if (opening === undefined && change === undefined && this.#read(/\?/y)) throw new InvalidPattern(NO_LOOK_AROUND);
    const outside = this.#flags;
    this.#flags = {
      ignoreCase: (outside.ignoreCase || on.includes('i')) && !off.includes('i'),
      multiLine: (outside.multiLine || on.includes('m')) && !off.includes('m'),
      dotAll: (outside.dotAll || on.includes('s')) && !off.includes('s'),
    };
    if (end === ')') return;
    this.#begin('(?:');
    this.#open.push({ flags: outside, weight: this.#weight });
    this.#weight = 1;
  }

  #close(): void {
    const group = this.#open.pop();
    if (group === undefined) throw new InvalidPattern('has a ")" without its "(": write "\\)" for the character');
    const inside = Math.max(this.#weight, this.#operand ?? 1);
    this.#flags = group.flags;
    this.#weight = group.weight;
    this.#out += ')';
    this.#operand = inside;
  }

  /** What a "\" begins, outside of a class. */
  #escape(): void {
    const [, quoted] = this.#read(/Q([^]*?)(?:\\E|$)/y) ?? [];
    if (quoted !== undefined) for (const char of quoted) this.#literal(codeOf(char));
    else if (this.#read(/A/y)) this.#emit('(?:^)');
    else if (this.#read(/z/y)) this.#emit('(?:$)');
    else if (this.#read(/b/y)) this.#emit('(?:\\b)');
    else if (this.#read(/B/y)) this.#emit('(?:\\B)');
    else {
      const group = this.#escapedGroup();
      if (group === undefined) this.#literal(this.#escapedChar());
      else this.#emit(`[${group}]`);
    }
  }

  /** The inside of a class for `\d`, `\pL` and the like, after the "\"; undefined when it is none of them. */
  #escapedGroup(): string | undefined {
    const [letter] = this.#read(/[dswDSW]/y) ?? [];
    if (letter !== undefined) return this.#ranges(PERL[letter.toLowerCase()] ?? [], /[A-Z]/.test(letter));
    const [, p, not, inBraces, single] = this.#read(/([pP])(?:\{(\^?)([^}]*)\}|([^{]))/suy) ?? [];
    return p === undefined ? undefined : this.#property(inBraces ?? single ?? '', (p === 'P') !== (not === '^'));
  }

  #property(name: string, isNegated: boolean): string {
    const property = propertyOf(name);
    if (property === undefined)
      throw new InvalidPattern(`has "\\p{${name}}", which is no class in Go: use one such as "\\p{L}"`);
    if (isNegated && this.#flags.ignoreCase) this.#giveUp(`has all but the Unicode class "${name}" under "(?i)"`);
    this.#cases.add(this.#flags.ignoreCase);
    return `\\${isNegated ? 'P' : 'p'}{${property}}`;
  }

  #ranges(ranges: readonly Range[], isNegated: boolean): string {
    const ignoresCase = this.#flags.ignoreCase && ranges.some(hasLetters);
    if (isNegated && ignoresCase && ranges !== WORD) this.#giveUp('has all but some letters under "(?i)"');
    const chosen = isNegated ? allBut(ignoresCase ? WORD_IN_ANY_CASE : ranges) : ranges;
    return chosen.map((range) => this.#rangeText(range)).join('');
  }

  #class(): void {
    let inside = this.#read(/\^/y) ? '^' : '';
    do inside += this.#classItem();
    while (!this.#read(/\]/y));
    this.#emit(`[${inside}]`);
  }

  #classItem(): string {
    const [posix, not, name = ''] = this.#read(/\[:(\^?)([^]*?):\]/y) ?? [];
    if (posix !== undefined) {
      const ranges = POSIX.get(name);
      if (ranges === undefined)
        throw new InvalidPattern(`has "${posix}", which is no class in Go: use one such as "[:alnum:]"`);
      return this.#ranges(ranges, not === '^');
    }
    const before = this.#at;
    const group = this.#read(/\\/y) ? this.#escapedGroup() : undefined;
    if (group !== undefined) return group;
    this.#at = before;
    const first = this.#classChar();
    const last = this.#read(/-(?=[^\]])/y) ? this.#classChar() : first;
    if (last < first)
      throw new InvalidPattern(
        `has the range "${String.fromCodePoint(first)}-${String.fromCodePoint(last)}": swap its ends`,
      );
    return this.#rangeText([first, last]);
  }

  #classChar(): number {
    if (this.#read(/\\/y)) return this.#escapedChar();
    const [char] = this.#read(/./suy) ?? [];
    if (char === undefined)
      throw new InvalidPattern('has a "[" without its "]": close it, or write "\\[" for the character');
    return codeOf(char);
  }

  /** The character that stands after a "\". */
  #escapedChar(): number {
    const [all = '', long, short, octal, control, punctuation] =
      this.#read(
        /x\{([\da-fA-F]+)\}|x([\da-fA-F]{2})|(0[0-7]{0,2}|[1-7][0-7]{1,2})|([aftnrv])|([\0-/:-@[-`{-\x7f])/y,
      ) ?? [];
    const hex = long ?? short;
    const number = hex === undefined ? (octal === undefined ? undefined : parseInt(octal, 8)) : parseInt(hex, 16);
    const code = number ?? CONTROLS[control ?? ''] ?? punctuation?.charCodeAt(0);
    if (code === undefined || code > LAST)
      throw new InvalidPattern(
        `has "\\${all || this.#pattern.charAt(this.#at)}", which is no escape in Go: leave the "\\" out`,
      );
    return code;
  }
}

const MAX_REPEAT = 1000;
const LAST = 0x10ffff;
const NO_LOOK_AROUND = 'has a "(?" that Go does not know, which has no look-around: say it in x-kubernetes-validations';
const CONTROLS: Readonly<Record<string, number>> = { a: 7, f: 12, n: 10, r: 13, t: 9, v: 11 };

/** The ranges of a text of pairs. */
function ranges(pairs: string): readonly Range[] {
  return (pairs.match(/../gs) ?? []).map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)]);
}

const DIGIT = ranges('09');
const WORD = ranges('09AZ__az');
/** With the long s and the sign of Kelvin, which are an S and a K to those who ignore case. */
const WORD_IN_ANY_CASE: readonly Range[] = [...WORD, [0x17f, 0x17f], [0x212a, 0x212a]];
const PERL: Readonly<Record<string, readonly Range[]>> = { d: DIGIT, s: ranges('\t\n\f\r  '), w: WORD };
const POSIX: ReadonlyMap<string, readonly Range[]> = new Map([
  ['alnum', ranges('09AZaz')],
  ['alpha', ranges('AZaz')],
  ['ascii', ranges('\0\x7f')],
  ['blank', ranges('\t\t  ')],
  ['cntrl', ranges('\0\x1f\x7f\x7f')],
  ['digit', DIGIT],
  ['graph', ranges('!~')],
  ['lower', ranges('az')],
  ['print', ranges(' ~')],
  ['punct', ranges('!/:@[`{~')],
  ['space', ranges('\t\r  ')],
  ['upper', ranges('AZ')],
  ['word', WORD],
  ['xdigit', ranges('09AFaf')],
]);

/** @param ranges in order, without overlap */
function allBut(ranges: readonly Range[]): readonly Range[] {
  const starts = [0, ...ranges.map(([, last]) => last + 1)];
  const ends = [...ranges.map(([first]) => first - 1), LAST];
  return starts.map((start, index): Range => [start, ends[index] ?? LAST]).filter(([first, last]) => first <= last);
}

function hasLetters([first, last]: Range): boolean {
  return last > 0x7f || (first <= 0x7a && last >= 0x61) || (first <= 0x5a && last >= 0x41);
}

/** A category or a script of Unicode, whatever its case. Go forgets the "_" of a name, and then knows no script that has one. */
function propertyOf(name: string): string | undefined {
  const plain = name.replace(/[-_ ]/g, '').toLowerCase();
  const title = plain.slice(0, 1).toUpperCase() + plain.slice(1);
  const special = { any: 'Any', ascii: 'ASCII', assigned: 'Assigned', lc: 'LC' }[plain];
  const script = isScriptCode(title) ? undefined : `Script=${title}`;
  return [special, `gc=${title}`, `gc=${name}`, script].find((property) => property && isProperty(property));
}

/** Whether this is the code of a script, such as `Grek`, by which only JavaScript knows it. Go knows names alone. */
export function isScriptCode(name: string): boolean {
  return /^[A-Z][a-z]{3}$/.test(name) && !SHORT_NAMES.includes(name);
}

const SHORT_NAMES: readonly string[] = ['Ahom', 'Cham', 'Kawi', 'Lisu', 'Miao', 'Modi', 'Newa', 'Thai', 'Toto'];

function isProperty(property: string): boolean {
  try {
    return new RegExp(`\\p{${property}}`, 'u').unicode;
  } catch {
    return false;
  }
}

function codeOf(char: string): number {
  return char.codePointAt(0) ?? 0;
}

function codeText(code: number): string {
  const char = String.fromCodePoint(code);
  return /[A-Za-z\d]/.test(char) ? char : `\\u{${code.toString(16)}}`;
}
