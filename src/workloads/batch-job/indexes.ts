/**
 * What is wrong with the indexes of a success policy, as a phrase that continues `<prop> "<value>" `, or undefined: single ones and ranges,
 * from low to high, each below `completions`. Source: validateIndexesFormat in Kubernetes' batch validation.
 *
 * @example indexesProblem('0,2-5', 5) // 'has 5, and completions is 5: the last index is 4'
 */
export function indexesProblem(indexes: string, completions: number): string | undefined {
  if (indexes === '') return 'is empty: name the indexes, such as "0,2-5", or leave it out';
  let last = -1;
  for (const part of indexes.split(',')) {
    const [, first, end] = RANGE.exec(part) ?? [];
    if (first === undefined) return `has "${part}", which is neither an index nor a range: write them like "0,2-5"`;
    if (Number(first) <= last || (end !== undefined && Number(end) <= Number(first))) {
      return 'is not in order: write each index once, from low to high';
    }
    last = Number(end ?? first);
  }
  return last < completions
    ? undefined
    : `has ${last}, and completions is ${completions}: the last index is ${completions - 1}`;
}

/** How many indexes these are. */
export function countIndexes(indexes: string): number {
  return indexes.split(',').reduce((sum, part) => {
    const [, first = '', end = first] = RANGE.exec(part) ?? [];
    return sum + Math.max(Number(end) - Number(first) + 1, 1);
  }, 0);
}

const RANGE = /^(\d+)(?:-(\d+))?$/;
