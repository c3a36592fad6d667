import type { Fields } from '../values/fields';
import { blockLiteral, flowScalar, numberScalar } from './yaml-scalar';

/**
 * Writes JSON values as one YAML stream, a document each, with `---` between them.
 *
 * Guarantees: readers of YAML 1.1 (Kubernetes, PyYAML) and of YAML 1.2 read the same values back, for every JSON value. Keys keep
 * their order. A string of several lines is a block literal wherever that holds it exactly, else it is quoted on one line; no line is
 * folded. As in JSON, a field that is `undefined` is left out, and `undefined` in a list, `NaN` and `Infinity` are `null`.
 *
 * Caveats: half of a surrogate pair has no UTF-8 form. It is written as its `\u` escape, which JavaScript's readers give back and
 * Kubernetes refuses. A `bigint`, which JSON refuses, is written with all its digits.
 *
 * @example toYaml([{ kind: 'Namespace', metadata: { name: 'shop' } }]) // 'kind: Namespace\nmetadata:\n  name: shop\n'
 */
export function toYaml(documents: Iterable<unknown>): string {
  const batches: string[] = [];
  let batch: string[] = [];
  for (const document of documents) {
    batch.push(writeDocument(document));
    if (batch.length < BATCH) continue;
    // V8 keeps a string that was added up as a tree of its pieces, many times its size, until it is joined.
    batches.push(batch.join('---\n'));
    batch = [];
  }
  if (batch.length > 0) batches.push(batch.join('---\n'));
  return batches.join('---\n');
}

const BATCH = 16;

function writeDocument(document: unknown): string {
  // cdk8s prints an empty document for what is undefined.
  if (document === undefined) return '\n';
  const value = jsonOf(document);
  if (typeof value !== 'object' || value === null) {
    return (typeof value === 'string' ? flowScalar(value) : scalar(value)) + '\n';
  }
  const text = Array.isArray(value) ? writeList('', value, 0, 0) : writeFields('', value as Fields, 0, 0);
  if (text !== '') return text;
  return Array.isArray(value) ? '[]\n' : '{}\n';
}

/** Appends the fields of `value` to `out`, indented by `depth` steps; the first of them by `first`, 0 when it follows a dash. */
function writeFields(out: string, value: Fields, depth: number, first: number): string {
  let steps = first;
  for (const key of Object.keys(value)) {
    const field = jsonOf(value[key]);
    if (field === undefined) continue;
    out += writeKey(key, steps, depth);
    steps = depth;
    if (typeof field !== 'object' || field === null) {
      out += ' ' + writeScalar(field, depth) + '\n';
      continue;
    }
    const start = out + '\n';
    const end = Array.isArray(field)
      ? writeList(start, field, depth + 1, depth + 1)
      : writeFields(start, field as Fields, depth + 1, depth + 1);
    if (end.length > start.length) out = end;
    else out += Array.isArray(field) ? ' []\n' : ' {}\n';
  }
  return out;
}

function writeList(out: string, value: readonly unknown[], depth: number, first: number): string {
  let steps = first;
  for (const element of value) {
    const item = jsonOf(element);
    out += indentation(steps) + '- ';
    steps = depth;
    if (typeof item !== 'object' || item === null) {
      out += writeScalar(item, depth) + '\n';
      continue;
    }
    const end = Array.isArray(item)
      ? writeList(out, item, depth + 1, 0)
      : writeFields(out, item as Fields, depth + 1, 0);
    if (end.length > out.length) out = end;
    else out += Array.isArray(item) ? '[]\n' : '{}\n';
  }
  return out;
}

/** A key with its colon, after `steps` of indentation, in a map that has `depth`. */
function writeKey(key: string, steps: number, depth: number): string {
  const known = (KEYS[steps] ??= new Map<string, string>());
  let written = known.get(key);
  if (written !== undefined) return written;
  const text = flowScalar(key);
  if (text.length > MAX_BARE_KEY) return `${indentation(steps)}? ${text}\n${indentation(depth)}:`;
  written = `${indentation(steps)}${text}:`;
  if (known.size < MAX_KEYS) known.set(key, written);
  return written;
}

// YAML lets a key without "? " be 1024 characters long, quotes and escapes included.
const MAX_BARE_KEY = 1000;

// The fields of Kubernetes, which come again in every object. By steps of indentation.
const KEYS: Map<string, string>[] = [];
const MAX_KEYS = 1000;

/** A scalar below a map or list that is indented by `depth` steps. */
function writeScalar(value: unknown, depth: number): string {
  if (typeof value !== 'string') return scalar(value);
  if (!value.includes('\n')) return flowScalar(value);
  return blockLiteral(value, indentation(depth + 1)) ?? flowScalar(value);
}

function indentation(steps: number): string {
  return (INDENTATIONS[steps] ??= '  '.repeat(steps));
}

const INDENTATIONS: string[] = [];

function scalar(value: unknown): string {
  if (typeof value === 'number') return numberScalar(value);
  return typeof value === 'boolean' || typeof value === 'bigint' ? String(value) : 'null';
}

/** What `JSON.stringify` would take `value` for, not looking inside. */
function jsonOf(value: unknown): unknown {
  if (typeof value === 'function' || typeof value === 'symbol') return undefined;
  if (typeof value !== 'object' || value === null) return value;
  const { toJSON } = value as { toJSON?: unknown };
  return typeof toJSON === 'function' ? jsonOf(toJSON.call(value)) : value;
}
