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
    const slips = slipsBetween(typed, candidate.toLowerCase());
    if (slips < bestSlips) [best, bestSlips] = [candidate, slips];
  }
  return best;
}

/** The Damerau-Levenshtein distance (optimal string alignment): https://en.wikipedia.org/wiki/Damerau-Levenshtein_distance. */
function slipsBetween(a: string, b: string): number {
  // Row i holds the distances from the first i letters of a to each beginning of b; a swap looks two rows back.
  let previous: readonly number[] = [];
  let current: readonly number[] = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
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
