/**
 * Sorts the names of fields, in place, as people write them: `apiVersion`, `kind`, `metadata`, `name`, `namespace`, then the others by
 * character code, as cdk8s does.
 *
 * @example sortKeys(['spec', 'metadata', 'data', 'kind']) // ['kind', 'metadata', 'data', 'spec']
 */
export function sortKeys(keys: string[]): string[] {
  if (keys.length > MANY) return keys.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  // Most maps have few fields, and many are sorted: an insertion sort beats the built-in one by far.
  for (let i = 1; i < keys.length; i++) {
    const key = keys[i] ?? '';
    let j = i;
    for (; j > 0 && isBefore(key, keys[j - 1] ?? ''); j--) keys[j] = keys[j - 1] ?? '';
    keys[j] = key;
  }
  return keys;
}

const MANY = 24;

function isBefore(a: string, b: string): boolean {
  const byRank = rank(a) - rank(b);
  return byRank === 0 ? a < b : byRank < 0;
}

function rank(key: string): number {
  switch (key) {
    case 'apiVersion':
      return 0;
    case 'kind':
      return 1;
    case 'metadata':
      return 2;
    case 'name':
      return 3;
    case 'namespace':
      return 4;
    default:
      return 5;
  }
}
