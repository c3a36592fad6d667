import { type Event, EVENT_ID, getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import { pathIn, ROOT } from '../../validate/path';
import { KUBERNETES_YAML } from '../../yaml/kubernetes-yaml';
import { parseYaml } from '../../yaml/parse-yaml';

/** Gives where a path stands in a document. */
export type FindSpot = (path: string, within?: readonly (string | number)[]) => Spot;

/** Where something stands in a document. */
export interface Spot {
  readonly offset: number;
  /** The text of a scalar that has no quotes: `1.10`, `yes`. */
  readonly plain?: string;
}

/**
 * Reads a document once more, to say where in its text something is: at the key of a field, at an item of a list, or for what is not
 * there at what it is missing from. Offsets are those of `given`.
 *
 * @param given the text of one document that can be read
 */
export function spotsIn(given: string): FindSpot {
  const { events, source, offsetOf } = parseYaml(given);
  const root = treeOf(events, source);
  return (path, within = []) => {
    let node = root;
    let position = root?.start ?? 0;
    for (const step of [...within, ...pathIn(ROOT, path).steps()]) {
      const place = node && placeOf(node, step);
      if (!place) return { offset: offsetOf(position) };
      node = place.node;
      // What is empty has no place of its own.
      if (place.position >= 0) position = place.position;
    }
    return { offset: offsetOf(position), ...(node?.plain && { plain: getScalarValue(source, node.plain) }) };
  };
}

/** A value in the text. */
interface Node {
  readonly start: number;
  /** A scalar that has no quotes, and is not empty. */
  readonly plain?: ScalarEvent;
  /** Of a list or map. */
  readonly places?: Map<string | number, Place>;
  /** The maps whose fields are merged into a map by `<<`, or the items of a list of them. */
  readonly merged?: Node[];
}

/** Where a field or an item is, and its value. */
interface Place {
  readonly position: number;
  readonly node: Node;
}

function placeOf({ places, merged = [] }: Node, step: string | number): Place | undefined {
  const own = places?.get(step);
  if (own) return own;
  for (const each of merged) {
    const list = each.places?.has(0) ? [...each.places.values()].map(({ node }) => node) : [each];
    for (const map of list) {
      const place = placeOf(map, step);
      if (place) return place;
    }
  }
  return undefined;
}

function treeOf(events: readonly Event[], source: string): Node | undefined {
  const anchors = new Map<string, Node>();
  let next = 0;

  function read(): Node | undefined {
    const event = events[next++];
    if (event === undefined || event.type === EVENT_ID.POP) return undefined;
    if (event.type === EVENT_ID.DOCUMENT) return read();
    if (event.type === EVENT_ID.ALIAS) {
      const target = anchors.get(source.slice(event.anchorStart, event.anchorEnd));
      return { ...target, start: event.anchorStart - 1 };
    }
    const node = nodeOf(event);
    if (event.anchorStart >= 0) anchors.set(source.slice(event.anchorStart, event.anchorEnd), node);
    if (event.type === EVENT_ID.SEQUENCE) readItems(node);
    if (event.type === EVENT_ID.MAPPING) readFields(node);
    return node;
  }

  function readItems({ places }: Node): void {
    for (let index = 0, node = read(); node; index++, node = read()) places?.set(index, { position: node.start, node });
  }

  function readFields({ places, merged }: Node): void {
    for (let event = events[next], key = read(); key; event = events[next], key = read()) {
      const node = read();
      if (!node) return;
      const name = event?.type === EVENT_ID.SCALAR ? keyText(event, source) : '';
      if (name === MERGE) merged?.push(node);
      else places?.set(name, { position: key.start, node });
    }
  }

  return read();
}

const MERGE = '<<';

function nodeOf(
  event: Exclude<Event, { type: typeof EVENT_ID.POP | typeof EVENT_ID.DOCUMENT | typeof EVENT_ID.ALIAS }>,
): Node {
  if (event.type !== EVENT_ID.SCALAR) return { start: event.start, places: new Map(), merged: [] };
  const isQuoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
  const isPlain = event.style === SCALAR_STYLE.PLAIN && event.valueStart >= 0;
  return { start: isQuoted ? event.valueStart - 1 : event.valueStart, ...(isPlain && { plain: event }) };
}

/** A key as the reader has it: `on` is `true`, and a number is its digits. */
function keyText(event: ScalarEvent, source: string): string {
  const text = event.valueStart < 0 ? '' : getScalarValue(source, event);
  return event.style === SCALAR_STYLE.PLAIN ? String(KUBERNETES_YAML.resolveImplicitScalarTag(text).value) : text;
}
