import type { Schema } from '../../../src/validate/schema';
import type { Type } from '../../../src/validate/type-code';
import { placesOf, valueAt } from './places';
import type { Seed } from './seeds';

/** What values there are elsewhere: by field (`Container.image`), and by type (`Probe`, `LocalObjectReference[]`). */
export interface Pool {
  ofField(field: string): readonly unknown[];
  ofType(type: Type): readonly unknown[];
}

const pools = new WeakMap<readonly Seed[], Pool>();

/** All values of all seeds. */
export function poolOf(seeds: readonly Seed[], table: Schema): Pool {
  let pool = pools.get(seeds);
  if (pool === undefined) pools.set(seeds, (pool = collect(seeds, table)));
  return pool;
}

function collect(seeds: readonly Seed[], table: Schema): Pool {
  const byField = new Map<string, unknown[]>();
  const byType = new Map<string, unknown[]>();
  for (const { kind, manifest } of seeds) {
    for (const { parent, key, field, type } of placesOf(manifest, table.kinds[kind]?.definition ?? '', table)) {
      const value = valueAt(parent, key);
      put(byField, field, value);
      if (type) put(byType, JSON.stringify(type), value);
    }
  }
  return {
    ofField: (field) => byField.get(field) ?? [],
    ofType: (type) => byType.get(JSON.stringify(type)) ?? [],
  };
}

function put(groups: Map<string, unknown[]>, name: string, value: unknown): void {
  const group = groups.get(name);
  if (group) group.push(value);
  else groups.set(name, [value]);
}
