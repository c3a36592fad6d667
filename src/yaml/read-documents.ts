import { constructFromEvents, YAMLException } from 'js-yaml';
import { KUBERNETES_YAML, plainValue } from './kubernetes-yaml';
import { type Parsed, parseYaml } from './parse-yaml';
import { readPlainYaml } from './plain-yaml';
import { splitDocuments, type Span } from './split-documents';

/** What a document of a file holds: a value, or what keeps it from being read. Its place in the text is what the span says. */
export type Document = Span & ({ readonly value: unknown } | { readonly mistake: Mistake });

/** Why a document cannot be read. */
export interface Mistake {
  readonly message: string;
  readonly fix?: string;
  /** Where in the text of the file. */
  readonly offset: number;
}

/**
 * Reads the documents of a text, YAML or JSON. One that cannot be read does not keep the others from it, and one with nothing in it is left
 * out.
 */
export function readDocuments(text: string): readonly Document[] {
  return splitDocuments(text).flatMap((span) => readAt(text, span));
}

function readAt(text: string, { start, end }: Span): readonly Document[] {
  const source = text.slice(start, end);
  try {
    const value = readPlainYaml(source) ?? readDocument(source);
    return value === null || value === undefined ? [] : [{ start, end, value }];
  } catch (error) {
    return [{ start, end, mistake: mistakeOf(error, source, start) }];
  }
}

function readDocument(source: string): unknown {
  const separator = WRONG_SEPARATOR.exec(source);
  if (separator) YAMLException.throwAt(source, 0, `"${separator[0]}" is no line between documents`);
  const [value, another] = construct(parseYaml(source), source);
  if (another !== undefined) throw new Error('a second document has no "---" before it');
  if (source.includes('*')) checkAliases(value);
  return value;
}

/** @throws YAMLException of `given` */
function construct({ events, source, offsetOf }: Parsed, given: string): readonly unknown[] {
  try {
    return constructFromEvents(events, { source, schema: KUBERNETES_YAML });
  } catch (error) {
    if (source === given || !(error instanceof YAMLException) || !error.mark) throw error;
    return YAMLException.throwAt(given, offsetOf(error.mark.position), error.reason);
  }
}

/** A line that kubectl refuses: `---` with anything but a comment after it. */
const WRONG_SEPARATOR = /^---[ \t]*[^\s#].*/m;

/** @throws Error when a value is part of itself, or would be too large if its aliases were written out */
function checkAliases(value: unknown): void {
  const sizes = new Map<object, number>();
  const sizeOf = (part: unknown): number => {
    if (typeof part !== 'object' || part === null) return 1;
    const known = sizes.get(part);
    if (known !== undefined) return known;
    sizes.set(part, Infinity); // Until it is known: what is met again meanwhile is part of itself.
    const size = Object.values(part).reduce((sum: number, item) => sum + sizeOf(item), 1);
    sizes.set(part, size);
    return size;
  };
  if (sizeOf(value) > MAX_SIZE) throw new Error('its aliases make it too large, or part of itself');
}

const MAX_SIZE = 1_000_000;

function mistakeOf(error: unknown, source: string, start: number): Mistake {
  const { reason, mark, message } = error as Partial<YAMLException>;
  const offset = Math.min(mark?.position ?? 0, source.length);
  if (reason === 'duplicated mapping key') {
    // The reader is past the quote.
    const at = /["']/.test(source[offset - 1] ?? '') ? offset - 1 : offset;
    const [key = ''] = KEY.exec(source.slice(at)) ?? [];
    return { ...twice(key), offset: start + at };
  }
  const nul = source.indexOf('\0');
  if (nul >= 0) return UTF_16.test(source) ? { ...IN_UTF_16, offset: start } : { ...WITH_NUL, offset: start + nul };
  const template = TEMPLATE.exec(source);
  if (template) {
    const fix = 'validate what "helm template" makes of it';
    return { message: 'is a template, and no manifest yet', fix, offset: start + template.index };
  }
  const fix = FIXES.get(reason ?? '');
  const why = reason ?? message ?? 'it is neither YAML nor JSON';
  return { message: `cannot be read: ${why}`, ...(fix !== undefined && { fix }), offset: start + offset };
}

/** A key without quotes may be another one than it looks: `on` and `y` are both true, `1` and `0x1` both 1. */
function twice(key: string): Omit<Mistake, 'offset'> {
  const value = plainValue(key);
  if (typeof value === 'boolean') {
    const words = value ? 'y, yes and on' : 'n, no and off';
    return { message: `has the key ${value} twice, because ${words} are read as ${value}`, fix: TO_BE_STRINGS };
  }
  if (typeof value === 'number' && String(value) !== key) {
    return { message: `has the key ${value} twice, because ${key} is read as ${value}`, fix: TO_BE_STRINGS };
  }
  return { message: `has the key ${key} twice`, fix: 'take one of them away' };
}

const TO_BE_STRINGS = 'put both in quotes, or take one of them away';

/** What to do about the slips that are made most, by what the parser says of them. */
const FIXES: ReadonlyMap<string, string> = new Map([
  [
    'bad indentation of a mapping entry',
    'indent it as the keys beside it, or put a value with ": ", "@", "%" or "`" in quotes',
  ],
  ['deficient indentation', 'close the bracket or the quote before it'],
  ['tab characters must not be used in indentation', 'write spaces'],
]);

/** Its byte order mark, when it is read as UTF-8. */
const UTF_16 = /^\uFFFD\uFFFD/;
const IN_UTF_16 = { message: 'is in UTF-16', fix: 'save the file as UTF-8' };
const WITH_NUL = {
  message: 'has a null byte, which neither YAML nor JSON takes',
  fix: 'take it away, or save the file as UTF-8',
};

const KEY = /^("[^"\n]*"|'[^'\n]*'|[^:\s]+)/;

/** Braces where a value begins. In quotes they are a string. */
const TEMPLATE = /(?<=^[ -]*|: +)\{\{/m;
