import { isScriptCode } from '../../crd/go-pattern';

/** What JavaScript's `\s` stands for; RE2's has neither `\v` nor any character beyond ASCII. */
const SPACE =
  '\\t\\n\\v\\f\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}';
/** What JavaScript's `.` does not match. */
const LINE_END = '\\n\\r\\x{2028}\\x{2029}';
const ESCAPED_LETTERS = 'dDwWbBnrtfv';
const MAX_REPEAT = 1000;

/** The pattern of a CRD that matches what the JavaScript expression matches, or why there is none. */
export type PatternResult = { readonly pattern: string } | { readonly problem: string };

/**
 * Rewrites a JavaScript regular expression for RE2, in which the API server runs patterns. What the two read differently is written
 * so that they agree; what RE2 does not have, or what would not agree, is a problem.
 *
 * @example toPattern(/^\u00e9.+$/u) // { pattern: '^\\x{00e9}[^\\n\\r\\x{2028}\\x{2029}]+$' }
 */
export function toPattern({ source, flags }: RegExp): PatternResult {
  const flag = Array.from(flags).find((each) => !'ud'.includes(each));
  if (flag !== undefined)
    return { problem: `has the flag "${flag}", which a CRD's pattern does not have: ${FLAG_HELP[flag] ?? ''}` };
  try {
    return { pattern: new Translation(source, flags.includes('u')).run() };
  } catch (error) {
    if (error instanceof Untranslatable) return { problem: error.message };
    throw error;
  }
}

/** A pattern that matches exactly this text, somewhere. */
export function literalPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

const FLAG_HELP: Readonly<Record<string, string>> = {
  i: 'write both cases, as in [Aa]',
  m: 'leave it out, and ^ and $ stand for the ends of the whole text',
  s: 'write [\\s\\S] for any character',
  g: 'leave it out',
  y: 'leave it out',
  v: 'use the flag "u"',
};

class Untranslatable extends Error {}

/** One pass over the source. */
class Translation {
  #at = 0;
  #out = '';

  constructor(
    private readonly source: string,
    private readonly unicode: boolean,
  ) {}

  run(): string {
    while (this.#at < this.source.length) this.#atom();
    return this.#out;
  }

  #atom(): void {
    const char = this.#next();
    if (char === '\\') this.#escape();
    else if (char === '[') this.#class();
    else if (char === '.') this.#wide(`[^${LINE_END}]`);
    else if (char === '(') this.#group();
    else if (char === '{') this.#repeat();
    else if (isHighSurrogate(char)) this.#astral(char);
    else this.#out += char;
  }

  #next(): string {
    return this.source[this.#at++] ?? '';
  }

  #rest(): string {
    return this.source.slice(this.#at);
  }

  /** What matches any of many characters. Without the flag "u", JavaScript takes a character beyond U+FFFF for two. */
  #wide(out: string): void {
    if (!this.unicode && !/^[*+]/.test(this.#rest())) {
      throw new Untranslatable('counts an emoji as two characters, the API server as one: add the flag "u"');
    }
    this.#out += out;
  }

  #escape(): void {
    const char = this.#next();
    if (char === 's') this.#out += `[${SPACE}]`;
    else if (char === 'S') this.#wide(`[^${SPACE}]`);
    else if (char === 'D' || char === 'W') this.#wide(`\\${char}`);
    else this.#out += this.#escaped(char);
  }

  /** An escape that means the same inside of a class. */
  #escaped(char: string): string {
    if (char === 'u') return this.#codePoint();
    if (char === 'x') return `\\x{${this.#take(/^[0-9a-fA-F]{2}/, '\\x needs two hexadecimal digits')}}`;
    if (char === '0' && !/^\d/.test(this.#rest())) return '\\x{0}';
    if (/[1-9]/.test(char) || char === 'k')
      throw new Untranslatable('refers back to a group, which RE2 cannot: write the text again, or use rule()');
    if (char === 'c') throw new Untranslatable('has a control character as \\c: write it as \\x');
    if (char === 'p' || char === 'P') return this.#property(char);
    if (ESCAPED_LETTERS.includes(char)) return `\\${char}`;
    if (/[\w]/.test(char))
      throw new Untranslatable(`escapes the letter "${char}" for no reason: leave out the backslash`);
    return char === '/' ? '/' : `\\${char}`;
  }

  #codePoint(): string {
    if (this.unicode && this.#rest().startsWith('{'))
      return `\\x{${this.#take(/^\{([0-9a-fA-F]+)\}/, '\\u{...} needs hexadecimal digits')}}`;
    const digits = this.#take(/^([0-9a-fA-F]{4})/, '\\u needs four hexadecimal digits');
    if (/^d[89a-f]/i.test(digits))
      throw new Untranslatable('has half of a surrogate pair: write \\u{...} and add the flag "u"');
    return `\\x{${digits}}`;
  }

  #property(char: string): string {
    if (!this.unicode) throw new Untranslatable(`has \\${char} without the flag "u": add it`);
    const name = this.#take(/^\{((?:Script=|sc=)?\w+)\}/, `\\${char}{...} must be a general category or a Script`);
    const script = name.replace(/^(Script|sc)=/, '');
    if (script !== name && isScriptCode(script))
      throw new Untranslatable(`has the script "${script}" by its code: write the name, such as \\p{Script=Greek}`);
    if (script === name && !/^[A-Z][a-z]?$/.test(name)) {
      throw new Untranslatable(
        `has the property "${name}", which RE2 does not have: use a general category, such as \\p{L}`,
      );
    }
    return `\\${char}{${script}}`;
  }

  #take(expression: RegExp, otherwise: string): string {
    const match = expression.exec(this.#rest());
    if (!match) throw new Untranslatable(otherwise);
    this.#at += match[0].length;
    return match[1] ?? match[0];
  }

  #group(): void {
    const head = /^\?(?!:|<(?![=!]))(<?[=!])?/.exec(this.#rest());
    if (head?.[1] !== undefined)
      throw new Untranslatable('looks around, which RE2 cannot: split it into two expressions, or use rule()');
    if (head) throw new Untranslatable("has a group with modifiers: a CRD's pattern must do without");
    const name = /^\?<(\w+)>/.exec(this.#rest());
    if (name) this.#at += name[0].length;
    this.#out += name ? `(?P<${name[1] ?? ''}>` : '(';
  }

  #repeat(): void {
    const counts = /^(\d+)(,(\d*))?\}/.exec(this.#rest());
    if (counts && Math.max(Number(counts[1]), Number(counts[3] ?? 0)) > MAX_REPEAT) {
      throw new Untranslatable(`repeats more than ${MAX_REPEAT} times, which RE2 does not: use .min() and .max()`);
    }
    this.#out += '{';
  }

  #class(): void {
    const anything = /^(\\s\\S|\\S\\s|\\d\\D|\\D\\d|\\w\\W|\\W\\w)\]/.exec(this.#rest());
    if (anything) {
      this.#at += anything[0].length;
      this.#wide('(?s:.)');
      return;
    }
    const negated = this.#rest().startsWith('^');
    if (negated) this.#at++;
    const inside = new ClassInside(this.unicode);
    let wide = negated;
    for (let char = this.#next(); char !== ']'; char = this.#next()) {
      if (char === '[' && /^[:.=]/.test(this.#rest()))
        throw new Untranslatable('has "[:" in a class, which RE2 reads otherwise: escape the "["');
      if (isHighSurrogate(char)) this.#needUnicode();
      if (char === '-') inside.addDash();
      else if (char !== '\\') inside.add(char + this.#lowSurrogate(char));
      else {
        const escape = this.#next();
        if (escape === 'S') throw new Untranslatable('has \\S in a class: write the characters that it may be');
        wide ||= escape === 'D' || escape === 'W' || escape === 'P';
        if (/[sdDwWpP]/.test(escape)) inside.addSet(escape === 's' ? SPACE : this.#escaped(escape), escape);
        else inside.add(escape === 'b' ? '\\x08' : this.#escaped(escape));
      }
    }
    if (inside.text === '')
      throw new Untranslatable(negated ? 'has [^]: write [\\s\\S]' : 'has [], which matches nothing');
    const out = `[${negated ? '^' : ''}${inside.text}]`;
    if (wide) this.#wide(out);
    else this.#out += out;
  }

  /** The second half of a character beyond U+FFFF. */
  #lowSurrogate(high: string): string {
    return isHighSurrogate(high) && /^[\udc00-\udfff]/.test(this.#rest()) ? this.#next() : '';
  }

  #astral(char: string): void {
    if (/^[*+?{]/.test(this.source.slice(this.#at + 1))) this.#needUnicode();
    this.#out += char + this.#next();
  }

  #needUnicode(): void {
    if (!this.unicode)
      throw new Untranslatable('has a character beyond U+FFFF, which JavaScript takes for two: add the flag "u"');
  }
}

/** What stands between the brackets of a class. */
class ClassInside {
  #text = '';
  /** The last character, from which a range may start. */
  #last: number | undefined;
  #start: number | undefined;

  constructor(private readonly unicode: boolean) {}

  get text(): string {
    return this.#text;
  }

  /** A character, as RE2 writes it. */
  add(out: string): void {
    const code = codeOf(out);
    if (this.#start !== undefined && !this.unicode && this.#start < SURROGATES_END && code >= SURROGATES)
      throw new Untranslatable('has a class with halves of characters beyond U+FFFF: add the flag "u"');
    this.#last = this.#start === undefined ? code : undefined;
    this.#start = undefined;
    this.#text += out === '[' ? '\\[' : out;
  }

  /** A class in the class, from or to which there is no range. */
  addSet(out: string, escape: string): void {
    if (this.#start !== undefined)
      throw new Untranslatable(
        `has a range that ends in \\${escape}, where JavaScript takes the "-" for itself: escape it`,
      );
    this.#last = undefined;
    this.#text += out;
  }

  addDash(): void {
    if (this.#last === undefined) {
      this.add('-');
      return;
    }
    this.#start = this.#last;
    this.#last = undefined;
    this.#text += '-';
  }
}

const SURROGATES = 0xd800;
const SURROGATES_END = 0xe000;

/** Of a character, or of `\\x{e9}`; an escaped letter is one of ASCII. */
function codeOf(out: string): number {
  const digits = /^\\x\{?([0-9a-f]+)/i.exec(out)?.[1];
  return digits === undefined ? (out.codePointAt(0) ?? 0) : parseInt(digits, 16);
}

function isHighSurrogate(char: string): boolean {
  return /[\ud800-\udbff]/.test(char);
}
