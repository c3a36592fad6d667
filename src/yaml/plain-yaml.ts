import { plainValue } from './kubernetes-yaml';

/**
 * Reads a document in the plain part of YAML, to which most manifests keep, in half of the time that a reader of all of YAML needs:
 * maps and lists in block style, scalars on one line without escapes, literal blocks (`|`, `|-`), comments, in printable ASCII.
 *
 * Guarantees: a value is the one that {@link KUBERNETES_YAML} gives. Whatever has another form, or a mistake in it, is undefined.
 *
 * @param source one document, with or without its line of `---`
 * @example readPlainYaml('a: 1\nb:\n- c # the first\n') // { a: 1, b: ['c'] }
 */
export function readPlainYaml(source: string): unknown {
  return PRINTABLE_ASCII.test(source) ? new PlainReader(source).document() : undefined;
}

const PRINTABLE_ASCII = /^[\n -~]*$/;
const SEPARATOR_LINE = /^---(?: +(?:#.*)?)?(?:\n|$)/;

const [LINE_FEED, SPACE, QUOTE, HASH, APOSTROPHE, DASH, COLON] = [10, 32, 34, 35, 39, 45, 58];

const isInKeys = characters(/[\w./-]/);
/** How keys and other plain scalars begin. They could with more, but that has a meaning here and there. */
const isStart = characters(/[\w./$(~^]/);

function characters(pattern: RegExp): readonly boolean[] {
  return Array.from({ length: 128 }, (_, code) => pattern.test(String.fromCharCode(code)));
}

/** Deeper than any manifest, and less deep than the stack. */
const MAX_COLUMN = 200;

/** Each method that reads a node begins where the node does, and ends at the first character of the next line that has content. */
class PlainReader {
  readonly #source: string;
  #at = 0;
  /** The column at which the node or line begins; -1 when there are no more lines. */
  #column = 0;

  constructor(source: string) {
    this.#source = source;
  }

  document(): unknown {
    const [separator = ''] = SEPARATOR_LINE.exec(this.#source) ?? [];
    this.#toLine(separator.length);
    const value = this.#column < 0 ? undefined : this.#map();
    return this.#column < 0 ? value : undefined;
  }

  #block(): unknown {
    return this.#isItem() ? this.#list() : this.#map();
  }

  #map(): unknown {
    const column = this.#column;
    if (column > MAX_COLUMN) return undefined;
    const map: Record<string, unknown> = {};
    do {
      const end = this.#endOfKey();
      if (end < 0) return undefined;
      const key = this.#source.slice(this.#at, end);
      // It may be there already, or be `__proto__`, or be no string.
      if (key in map || plainValue(key) !== key) return undefined;
      this.#at = end + 1;
      const value = this.#isLineOver() ? this.#blockBelow(column, true) : this.#scalar(column);
      if (value === undefined) return undefined;
      map[key] = value;
    } while (this.#column === column);
    return this.#column < column ? map : undefined;
  }

  #list(): unknown {
    const column = this.#column;
    if (column > MAX_COLUMN) return undefined;
    const items: unknown[] = [];
    do {
      const dash = this.#at++;
      let item: unknown;
      if (this.#isLineOver()) {
        item = this.#blockBelow(column, false);
      } else {
        this.#column = column + this.#at - dash;
        item = this.#isItem() || this.#endOfKey() >= 0 ? this.#block() : this.#scalar(column);
      }
      if (item === undefined) return undefined;
      items.push(item);
    } while (this.#column === column && this.#isItem());
    return this.#column <= column ? items : undefined;
  }

  /** What follows a line that ends with a key or a dash. The items of a list in a map may be as far to the left as its keys. */
  #blockBelow(column: number, isInMap: boolean): unknown {
    this.#toNextLine();
    const isHere = this.#column > column || (isInMap && this.#column === column && this.#isItem());
    return isHere ? this.#block() : null;
  }

  /** A scalar of a map or list that begins at `column`. */
  #scalar(column: number): unknown {
    const source = this.#source;
    const start = this.#at;
    const first = source.charCodeAt(start);
    let value: unknown;
    if (isStart[first] || (first === DASH && !this.#isBlank(start + 1))) {
      value = this.#plain();
    } else if (first === QUOTE || first === APOSTROPHE) {
      value = this.#quoted(first === QUOTE ? '"' : "'");
    } else if (source.startsWith('|', start)) {
      return this.#literal(column);
    } else if (source.startsWith('{}', start) || source.startsWith('[]', start)) {
      this.#at += 2;
      value = source.startsWith('{', start) ? {} : [];
    }
    if (value === undefined || !this.#isLineOver()) return undefined;
    this.#toNextLine();
    // A scalar that goes on in the next line.
    return this.#column > column ? undefined : value;
  }

  #plain(): unknown {
    const source = this.#source;
    const start = this.#at;
    let at = start;
    for (let code = source.charCodeAt(at); at < source.length && code !== LINE_FEED; code = source.charCodeAt(++at)) {
      if (code === HASH && source.charCodeAt(at - 1) === SPACE) break;
      if (code === COLON && this.#isBlank(at + 1)) return undefined;
    }
    while (source.charCodeAt(at - 1) === SPACE) at--;
    this.#at = at;
    return plainValue(source.slice(start, at));
  }

  #quoted(quote: string): unknown {
    const source = this.#source;
    const start = this.#at + 1;
    const end = source.indexOf(quote, start);
    const text = source.slice(start, end);
    if (end < 0 || text.includes('\n') || text.includes('\\')) return undefined;
    this.#at = end + 1;
    return text;
  }

  /** The lines of a `|` or `|-`. What could be read in two ways (white space at the ends of lines or of the text) is not read here. */
  #literal(column: number): unknown {
    const source = this.#source;
    const isStripped = source.startsWith('|-', this.#at);
    this.#at += isStripped ? 2 : 1;
    if (!this.#isLineOver()) return undefined;
    const lines: string[] = [];
    let indent = -1;
    let start = source.indexOf('\n', this.#at) + 1;
    for (; start > 0 && start < source.length; start = source.indexOf('\n', start) + 1) {
      let at = start;
      while (source.charCodeAt(at) === SPACE) at++;
      const end = source.indexOf('\n', at);
      if (end < 0 || (at === end && at > start)) return undefined;
      if (at < end) {
        if (indent < 0) indent = at - start;
        if (at - start < indent || indent <= column) break;
      }
      lines.push(source.slice(start + (at < end ? indent : 0), end));
    }
    if (start === 0 || indent <= column || lines.at(-1) === '') return undefined;
    this.#toLine(start);
    return this.#column > column ? undefined : `${lines.join('\n')}${isStripped ? '' : '\n'}`;
  }

  #isItem(): boolean {
    return this.#source.charCodeAt(this.#at) === DASH && this.#isBlank(this.#at + 1);
  }

  /** Where the colon of the key is that begins here; -1 when none does. */
  #endOfKey(): number {
    const source = this.#source;
    let at = this.#at;
    if (!isStart[source.charCodeAt(at)]) return -1;
    while (isInKeys[source.charCodeAt(at)]) at++;
    return source.charCodeAt(at) === COLON && this.#isBlank(at + 1) ? at : -1;
  }

  #isBlank(at: number): boolean {
    const code = this.#source.charCodeAt(at);
    return code === SPACE || code === LINE_FEED || at >= this.#source.length;
  }

  /** Whether nothing but a comment follows in this line. Goes to what does. */
  #isLineOver(): boolean {
    const source = this.#source;
    let at = this.#at;
    while (source.charCodeAt(at) === SPACE) at++;
    const code = source.charCodeAt(at);
    const isOver = at >= source.length || code === LINE_FEED || (code === HASH && at > this.#at);
    this.#at = at;
    return isOver;
  }

  #toNextLine(): void {
    const end = this.#source.indexOf('\n', this.#at);
    this.#toLine(end < 0 ? this.#source.length : end + 1);
  }

  /** Goes to the first line from `start` on that has content. */
  #toLine(start: number): void {
    const source = this.#source;
    let lineStart = start;
    let at = start;
    for (;;) {
      const code = source.charCodeAt(at);
      if (code === SPACE) {
        at++;
      } else if (code === LINE_FEED) {
        lineStart = ++at;
      } else if (code === HASH) {
        const end = source.indexOf('\n', at);
        at = end < 0 ? source.length : end;
      } else {
        this.#at = at;
        this.#column = at < source.length ? at - lineStart : -1;
        return;
      }
    }
  }
}
