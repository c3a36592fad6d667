import { comparePaths, ROOT } from '../../../src/validate/path';

test.each([
  [ROOT, ''],
  [ROOT.field('spec'), 'spec'],
  [ROOT.field('spec').field('containers').item(0).field('image'), 'spec.containers[0].image'],
  [ROOT.field('metadata').field('labels').field('a/b'), 'metadata.labels["a/b"]'],
  [ROOT.field('x-kubernetes-list-type'), 'x-kubernetes-list-type'],
  [ROOT.field('a"b').field(''), '["a\\"b"][""]'],
])('a path is written as %#', (path, text) => {
  expect(path.text()).toBe(text);
});

test('paths are in the order of fields by letter, items by index, parents first', () => {
  const containers = ROOT.field('containers');
  const sorted = [containers, containers.item(2), containers.item(2).field('a'), containers.item(10), ROOT.field('d')];
  expect([...sorted].reverse().sort(comparePaths)).toEqual(sorted);
});
