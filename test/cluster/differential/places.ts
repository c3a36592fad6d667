import type { SchemaField } from '../../../src/manifest/schema-table';
import type { Schema } from '../../../src/validate/schema';
import { readType, type Type } from '../../../src/validate/type-code';

/** A value in a manifest, with what the table says about it. */
export interface Place {
  /** What it is in, to be changed in place. */
  readonly parent: Container;
  readonly key: string | number;
  /** As issues show it: `spec.ports[0].name`. */
  readonly path: string;
  /** The field, such as `ServicePort.name`, `Container.args[]` (an item), `ObjectMeta.labels{}` (a value of the map). */
  readonly field: string;
  /** Undefined where the table knows no such field. */
  readonly type: Type | undefined;
  /** The values that its strings may have. */
  readonly words: readonly string[] | undefined;
}

export type Container = Record<string, unknown> | unknown[];

/** All values in a manifest, each after what it is in. */
export function placesOf(manifest: Container, definition: string, table: Schema): readonly Place[] {
  const places: Place[] = [];

  function visit(value: unknown, type: Type | undefined, field: string, path: string, words: Place['words']): void {
    if (Array.isArray(value)) {
      const of = type?.is === 'list' ? type.of : undefined;
      for (const index of value.keys()) add(value, index, `${path}[${index}]`, `${field}[]`, of, words);
    } else if (isMap(value)) {
      const fields = type?.is === 'name' ? table.definition(type.name)?.fields : undefined;
      for (const key of Object.keys(value)) {
        const below = path === '' ? key : /^[\w-]+$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`;
        if (type?.is === 'map') add(value, key, below, `${field}{}`, type.of, words);
        else if (fields && type?.is === 'name') {
          const cell = Object.hasOwn(fields, key) ? fields[key] : undefined;
          const known: SchemaField | undefined = typeof cell === 'string' ? { type: cell } : cell;
          add(value, key, below, `${type.name}.${key}`, known && readType(known.type), known?.enum);
        } else add(value, key, below, `${field}.${key}`, undefined, undefined);
      }
    }
  }

  function add(
    parent: Container,
    key: string | number,
    path: string,
    field: string,
    type: Type | undefined,
    words: Place['words'],
  ): void {
    places.push({ parent, key, path, field, type, words });
    const value = valueAt(parent, key);
    visit(value, type?.is === 'either' ? type.of.find((one) => fits(one, value)) : type, field, path, words);
  }

  visit(manifest, { is: 'name', name: definition }, '', '', undefined);
  return places;
}

export function valueAt(parent: Container, key: string | number): unknown {
  return Array.isArray(parent) ? parent[Number(key)] : parent[key];
}

export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fits(type: Type, value: unknown): boolean {
  return type.is === 'list' ? Array.isArray(value) : isMap(value) && type.is === 'name' && /^[A-Z]/.test(type.name);
}
