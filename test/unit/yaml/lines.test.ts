import { linesOf } from '../../../src/yaml/lines';

test.each([
  [0, 1, 1],
  [1, 1, 2],
  [2, 1, 3],
  [3, 2, 1],
  [4, 3, 1],
  [7, 3, 4],
])('offset %d is line %d, column %d', (offset, line, column) => {
  expect(linesOf('ab\n\ncde')(offset)).toEqual({ line, column });
});
