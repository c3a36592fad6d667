import type { Schema } from '../../../src/validate/schema';
import { MUTATIONS, ROOT_MUTATIONS, SIMPLE_CHANGES, type Change } from './mutations';
import { placesOf, type Place } from './places';
import { poolOf, type Pool } from './pool';
import { randomOf, type Random } from './random';
import type { Manifest, Seed } from './seeds';

/** A manifest that was valid before it was changed. */
export interface Mutant {
  /** The kind of its seed: `apps/v1/Deployment`. */
  readonly kind: string;
  /** The name of its seed. */
  readonly seed: string;
  /** In the order in which they were made. */
  readonly changes: readonly Change[];
  readonly manifest: Manifest;
}

/**
 * Makes mutants of one kind, each of one change, a fifth of two or three. The same arguments give the same mutants.
 *
 * @param kind as the table calls it
 * @throws RangeError when there is no seed of the kind
 */
export function mutantsOf(
  kind: string,
  count: number,
  seed: number,
  seeds: readonly Seed[],
  table: Schema,
): readonly Mutant[] {
  const random = randomOf(seed ^ hashOf(kind));
  const own = seeds.filter((one) => one.kind === kind);
  const pool = poolOf(seeds, table);
  return Array.from({ length: count }, () => mutantOf(random.pick(own), random, pool, table));
}

/** Seeds as they are. */
export function unchanged(seeds: readonly Seed[]): readonly Mutant[] {
  return seeds.map(({ kind, name, manifest }) => ({ kind, seed: name, changes: [], manifest }));
}

/** Every single change of a few simple sorts at every place of every seed of a kind. */
export function everyMutantOf(kind: string, seeds: readonly Seed[], table: Schema): readonly Mutant[] {
  const definition = table.kinds[kind]?.definition ?? '';
  return seeds
    .filter((seed) => seed.kind === kind)
    .flatMap((seed) =>
      placesOf(seed.manifest, definition, table).flatMap((_, index) =>
        SIMPLE_CHANGES.flatMap((change) => {
          const manifest = structuredClone(seed.manifest);
          const place = placesOf(manifest, definition, table)[index];
          const made = place && change(place);
          return made ? [{ kind, seed: seed.name, changes: [made], manifest }] : [];
        }),
      ),
    );
}

function mutantOf(seed: Seed, random: Random, pool: Pool, table: Schema): Mutant {
  const manifest = structuredClone(seed.manifest);
  const definition = table.kinds[seed.kind]?.definition ?? '';
  const root: Place = { ...ROOT, parent: { '': manifest }, type: { is: 'name', name: definition } };
  const changes: Change[] = [];
  const wanted = random.chance(0.8) ? 1 : random.chance(0.8) ? 2 : 3;
  // Many a mutation has nothing to do at many a place. Somewhere each manifest can be changed.
  for (let attempt = 0; changes.length < wanted && attempt < 1000; attempt++) {
    const places = placesOf(manifest, definition, table);
    if (places.length === 0) break;
    const means = { random, places, pool, table };
    const change = random.chance(0.02)
      ? random.pick(ROOT_MUTATIONS)(root, means)
      : random.pick(WEIGHTED)(placeOf(places, random), means);
    if (change) changes.push(change);
  }
  return { kind: seed.kind, seed: seed.name, changes, manifest };
}

const ROOT = { key: '', path: '', field: '', words: undefined } as const;

const WEIGHTED = MUTATIONS.flatMap(({ weight, mutate }) => Array<typeof mutate>(weight).fill(mutate));

/** Any place; but what all kinds have less often. */
function placeOf(places: readonly Place[], random: Random): Place {
  const place = random.pick(places);
  const again = /^(apiVersion|kind)$/.test(place.path) ? 0.9 : place.path.startsWith('metadata') ? 0.5 : 0;
  return random.chance(again) ? random.pick(places) : place;
}

function hashOf(text: string): number {
  let hash = 0;
  for (const letter of text) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) | 0;
  return hash;
}
