import type { Path } from '../path';
import type { Report } from '../rule';

/** Reports a list of words that has nothing in it, or more than "*", the word for all: `reportWords(verbs, at.field('verbs'), report)` */
export function reportWords(words: readonly string[], at: Path, report: Report): void {
  if (words.length === 0) report(at, 'has no items', 'give some, or "*" for all');
  else if (words.length > 1 && words.includes('*')) report(at, 'has "*" and others', 'keep "*", or the others');
}
