import { countIndexes, indexesProblem } from '../../../src/workloads/batch-job/indexes';

test.each([
  ['', 'is empty: name the indexes, such as "0,2-5", or leave it out'],
  ['a', 'has "a", which is neither an index nor a range: write them like "0,2-5"'],
  ['1,', 'has "", which is neither an index nor a range: write them like "0,2-5"'],
  ['0 - 2', 'has "0 - 2", which is neither an index nor a range: write them like "0,2-5"'],
  ['1-2-3', 'has "1-2-3", which is neither an index nor a range: write them like "0,2-5"'],
  ['2,1', 'is not in order: write each index once, from low to high'],
  ['2,2', 'is not in order: write each index once, from low to high'],
  ['0-3,3', 'is not in order: write each index once, from low to high'],
  ['3-3', 'is not in order: write each index once, from low to high'],
  ['0,9-10', 'has 10, and completions is 10: the last index is 9'],
])('indexesProblem() says what is wrong with "%s"', (indexes, problem) => {
  expect(indexesProblem(indexes, 10)).toBe(problem);
});

test.each(['0', '9', '0-9', '0,2-5,9'])('indexesProblem() takes "%s"', (indexes) => {
  expect(indexesProblem(indexes, 10)).toBeUndefined();
});

test('countIndexes() counts single indexes and ranges', () => {
  expect(['0', '0-9', '0,2-5,9'].map(countIndexes)).toEqual([1, 10, 6]);
});
