import { didYouMean } from '../values/did-you-mean';

/**
 * The way out of a word that is not known: the one that was meant, or what `otherwise` says when none is close.
 *
 * @example suggest('replica', ['replicas'], 'declare it') // 'did you mean "replicas"'
 */
export function suggest(word: string, words: readonly string[], otherwise: string): string {
  const meant = didYouMean(word, words);
  return meant === undefined ? otherwise : `did you mean "${meant}"`;
}

/** What is wrong with a word that is none of a few, as a phrase with the word: `"sting" is not known: did you mean "string"`. */
export function notKnown(word: string, words: readonly string[]): string {
  const all = words.join(', ').replace(/, ([^,]+)$/, ' or $1');
  return `${JSON.stringify(word)} is not known: ${suggest(word, words, `write ${all}`)}`;
}
