import { stepsIn } from '../../../src/values/path-text';

test.each([
  ['', []],
  ['spec', ['spec']],
  ['spec.items[0]["a.b"].c', ['spec', 'items', 0, 'a.b', 'c']],
  ['[2][0]', [2, 0]],
  ['labels.log-shipper', ['labels', 'log-shipper']],
  [String.raw`["say \"a[0].b\""][1]`, ['say "a[0].b"', 1]],
])('%j leads over %j', (path, steps) => {
  expect(stepsIn(path)).toEqual(steps);
});
