/** A document of a text: from `start` to before `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The documents of a text, as kubectl takes it apart: YAML at each line that begins with `---`, which is part of the document that it
 * begins; JSON, whose objects may follow each other, at the end of each.
 */
export function splitDocuments(text: string): readonly Span[] {
  return jsonObjects(text) ?? yamlDocuments(text);
}

function yamlDocuments(text: string): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  let at = text.startsWith(SEPARATOR) ? 0 : nextSeparator(text, 0);
  for (; at >= 0; at = nextSeparator(text, at)) {
    if (at > start) spans.push({ start, end: at });
    start = at;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}

const SEPARATOR = '---';

function nextSeparator(text: string, from: number): number {
  const before = text.indexOf(`\n${SEPARATOR}`, from);
  return before < 0 ? -1 : before + 1;
}

/** The objects of a stream of JSON, or undefined when the text is something else. */
function jsonObjects(text: string): readonly Span[] | undefined {
  if (!JSON_START.test(text)) return undefined;
  const spans: Span[] = [];
  let [depth, start] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') {
      at = endOfString(text, at);
    } else if (character === '{') {
      depth++;
    } else if (character === '}') {
      depth--;
      if (depth > 0) continue;
      spans.push({ start, end: at + 1 });
      start = at + 1;
    } else if (depth === 0 && !BLANK.test(character ?? '')) {
      return undefined;
    }
  }
  return depth === 0 ? spans : undefined;
}

const JSON_START = /^\uFEFF?\s*\{/;
const BLANK = /[\s\uFEFF]/;

/** Where the string that begins at `quote` ends: at its other quote, or at the end of the text. */
function endOfString(text: string, quote: number): number {
  for (let at = quote + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at;
  }
  return text.length;
}
