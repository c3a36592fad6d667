import type { Issue } from './issue';

/** What is wrong, and what to do about it, in one sentence: `spec.replicas -1 is negative: give 0 or more`. */
export function sentenceOf({ path, message, fix }: Pick<Issue, 'path' | 'message' | 'fix'>): string {
  const fact = path === '' ? message : `${path} ${message}`;
  return fix === undefined ? fact : `${fact}: ${fix}`;
}
