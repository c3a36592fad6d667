import { openInventory, type Item } from '../../../src/validate/inventory';

const pod = (name: string, labels: Readonly<Record<string, string>>, namespace?: string): Item => ({
  key: { group: '', kind: 'Pod', name, ...(namespace !== undefined && { namespace }) },
  object: { apiVersion: 'v1', kind: 'Pod', metadata: { name, labels } },
  isSound: true,
  index: 0,
  owner: 0,
});

const inventory = openInventory();
for (const item of [
  pod('a', { app: 'web', tier: 'front' }, 'shop'),
  pod('b', { app: 'web' }, 'shop'),
  pod('c', { app: 'web' }),
  { ...pod('d', {}, 'broken'), isSound: false },
]) {
  inventory.add(item, []);
}

test.each([
  [{}, 'shop', ['a', 'b']],
  [{ matchLabels: { app: 'web' } }, 'shop', ['a', 'b']],
  [{ matchLabels: { app: 'web', tier: 'front' } }, 'shop', ['a']],
  [{ matchLabels: { app: 'other' } }, 'shop', []],
  [{ matchLabels: { app: 'web' } }, undefined, ['c']],
  [{ matchExpressions: [{ key: 'tier', operator: 'Exists' as const }] }, 'shop', ['a']],
  [{ matchExpressions: [{ key: 'tier', operator: 'DoesNotExist' as const }] }, 'shop', ['b']],
  [{ matchExpressions: [{ key: 'tier', operator: 'In' as const, values: ['front'] }] }, 'shop', ['a']],
  [{ matchExpressions: [{ key: 'tier', operator: 'In' as const, values: ['front', 'none', 'front'] }] }, 'shop', ['a']],
  [{ matchExpressions: [{ key: 'tier', operator: 'NotIn' as const, values: ['front'] }] }, 'shop', ['b']],
])('%j in %s selects %j', (selector, namespace, names) => {
  expect(inventory.selectedPods(selector, namespace)?.map(({ item }) => item.key.name)).toEqual(names);
  expect(inventory.selectsPods(selector, namespace)).toBe(names.length > 0);
});

test('where a workload cannot be read, nobody knows what is selected', () => {
  expect(inventory.selectedPods({}, 'broken')).toBeUndefined();
  expect(inventory.selectsPods({}, 'broken')).toBeUndefined();
});

test('an object is found by its key, sound or not', () => {
  expect(inventory.find({ group: '', kind: 'Pod', namespace: 'broken', name: 'd' })?.isSound).toBe(false);
  expect(inventory.find({ group: '', kind: 'Pod', namespace: 'shop', name: 'd' })).toBeUndefined();
  expect([...inventory.byName({ group: '', kind: 'Pod', namespace: 'shop' }).keys()]).toEqual(['a', 'b']);
  expect(inventory.ofKind('v1/Pod')).toHaveLength(3);
});
