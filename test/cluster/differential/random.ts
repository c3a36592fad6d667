/** Chance that can be repeated. */
export interface Random {
  /** From 0 to below 1. */
  next(): number;
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number;
  /** @throws RangeError when there is nothing to choose from */
  pick<T>(items: readonly T[]): T;
  chance(probability: number): boolean;
}

/** The generator of Tommy Ettinger that is known as mulberry32: 32 bits of state, good enough to choose what to break. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    pick<T>(items: readonly T[]): T {
      if (items.length === 0) throw new RangeError('nothing to choose from');
      return items[below(items.length)] as T; // below() is never the length.
    },
    chance: (probability) => next() < probability,
  };
}
