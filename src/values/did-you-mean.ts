/**
 * The candidate that `word` was most likely meant to be, or undefined when none is close: at most one slip (a letter
 * missing, added, wrong, or swapped with its neighbour) for every three letters of the word, and three in all.
 * Case does not count, and the first of equally close candidates wins.
 *
 * @example didYouMean('replica', ['image', 'replicas']) // 'replicas'
 */
export function didYouMean(word: string, candidates: readonly string[]): string | undefined {
  const typed = word.toLowerCase();
  let best: string | undefined;
  let bestSlips = Math.min(Math.floor(word.length / 3), 3) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestSlips) continue;
    const slips = slipsBetween(typed, candidate.toLowerCase(), bestSlips);
    if (slips < bestSlips) [best, bestSlips] = [candidate, slips];
  }
  return best;
}

/**
 * The Damerau-Levenshtein distance (optimal string alignment): https://en.wikipedia.org/wiki/Damerau-Levenshtein_distance. It is looked
 * for as far as it is below `limit`; what it gives is no less than `limit` otherwise.
 */
function slipsBetween(a: string, b: string, limit: number): number {
  // Row i holds the distances from the first i letters of a to each beginning of b; a swap looks two rows back. Beginnings whose lengths
  // differ by the limit are that far from each other, so that the rest of a row is left out.
  let previous: readonly number[] = [];
  let current: readonly number[] = Array.from({ length: Math.min(b.length, limit) + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next: number[] = [];
    if (i < limit) next[0] = i;
    for (let j = Math.max(1, i - limit + 1); j < Math.min(b.length + 1, i + limit); j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next[j] = Math.min(
        at(current, j) + 1,
        at(next, j - 1) + 1,
        at(current, j - 1) + (same ? 0 : 1),
        swapped ? at(previous, j - 2) + 1 : Infinity,
      );
    }
    [previous, current] = [current, next];
  }
  return at(current, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
