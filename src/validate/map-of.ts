import { type Fields, isFields } from '../values/fields';
import { asJson } from './as-json';
import type { Path } from './path';
import { addWrongSort, type Findings } from './structural-mistakes';

/** The value as the map that it should be; undefined, and told, when it is none. */
export function mapOf(given: unknown, at: Path, findings: Findings): Fields | undefined {
  const value = asJson(given);
  if (isFields(value)) return value;
  addWrongSort(findings, at, value, 'a map');
  return undefined;
}

/** New contents of fields; undefined for one that is taken away. */
export type Changes = Map<string, unknown>;

/** The map with changes, or itself without. */
export function withChanges(value: Fields, changes: Changes | undefined): Fields {
  if (changes === undefined) return value;
  const entries = Object.entries(value).map(([key, content]) => [key, changes.has(key) ? changes.get(key) : content]);
  return Object.fromEntries(entries.filter(([, content]) => content !== undefined)) as Fields;
}
