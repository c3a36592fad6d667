import { takeApart } from '../../../src/manifest/take-apart';

const POD = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' } };

test.each<[string, unknown, readonly (readonly [unknown, readonly unknown[]])[]]>([
  ['an object is itself', POD, [[POD, []]]],
  ['so is what is no object', 'text', [['text', []]]],
  [
    'a list is its items',
    { apiVersion: 'v1', kind: 'List', items: [POD, 1] },
    [
      [POD, ['items', 0]],
      [1, ['items', 1]],
    ],
  ],
  ['an empty list is nothing', { apiVersion: 'v1', kind: 'List', items: [] }, []],
  [
    'a typed list gives its items their kind',
    { apiVersion: 'v1', kind: 'PodList', items: [{ metadata: { name: 'a' } }, { kind: 'Service' }] },
    [
      [POD, ['items', 0]],
      [{ kind: 'Service' }, ['items', 1]],
    ],
  ],
  ['an untyped list has no kind to give', { apiVersion: 'v1', kind: 'List', items: [{}] }, [[{}, ['items', 0]]]],
  [
    'a list in a list is taken apart too',
    { apiVersion: 'v1', kind: 'List', items: [{ apiVersion: 'v1', kind: 'List', items: [POD] }] },
    [[POD, ['items', 0, 'items', 0]]],
  ],
  ['a list without items is no list', { apiVersion: 'v1', kind: 'List' }, [[{ apiVersion: 'v1', kind: 'List' }, []]]],
])('%s', (_, value, expected) => {
  expect(takeApart(value).map((manifest) => [manifest.value, manifest.within])).toEqual(expected);
});
