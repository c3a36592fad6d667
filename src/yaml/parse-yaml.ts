import { type Event, parseEvents, YAMLException } from 'js-yaml';

/** Deeper than any manifest, and less deep than the stack. */
const MAX_DEPTH = 500;

/** A document as the parser went through it. */
export interface Parsed {
  readonly events: Event[];
  /** What the offsets of the events are of. */
  readonly source: string;
  /** Where in the text that was given an offset of the events is. */
  readonly offsetOf: (position: number) => number;
}

/**
 * Parses a document as kubectl does, which lets what stands in brackets or in quotes go on at any column:
 *
 * ```yaml
 * args: [
 *   "--verbose",
 * ]
 * ```
 *
 * YAML, and our parser, want such a line deeper than the key. It is made so, and parsed again.
 *
 * @throws YAMLException of the text that was given
 */
export function parseYaml(given: string): Parsed {
  let source = given.replace(/^---(?=#)/, '   ');
  const padded: number[] = [];
  const offsetOf = (position: number): number => position - padded.filter((at) => at < position).length * PAD.length;
  let first: unknown;
  for (;;) {
    try {
      return { events: parseEvents(source, { maxDepth: MAX_DEPTH }), source, offsetOf };
    } catch (error) {
      first ??= error;
      const at = padded.length * source.length < MOST_READ ? shallowLine(error, source) : undefined;
      if (at === undefined) throw first;
      padded.push(at);
      source = source.slice(0, at) + PAD + source.slice(at);
    }
  }
}

/** More than any manifest has before a line. */
const PAD = ' '.repeat(200);
/** Characters in all: each such line is parsed for from the beginning. */
const MOST_READ = 20_000_000;

/** Where the line begins that the parser wants deeper. */
function shallowLine(error: unknown, source: string): number | undefined {
  if (!(error instanceof YAMLException) || error.reason !== 'deficient indentation' || !error.mark) return undefined;
  const { position } = error.mark;
  const start = source.lastIndexOf('\n', position - 1) + 1;
  return /^ *$/.test(source.slice(start, position)) ? start : undefined;
}
