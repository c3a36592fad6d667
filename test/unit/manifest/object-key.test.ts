import * as fc from 'fast-check';
import { objectKey, showKey } from '../../../src/manifest/object-key';

describe('objectKey()', () => {
  test('leaves the version out', () => {
    const manifest = { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'orders', namespace: 'shop' } };
    expect(objectKey(manifest)).toEqual({ group: 'apps', kind: 'StatefulSet', namespace: 'shop', name: 'orders' });
  });

  test('gives the core group an empty name, and no namespace to what has none', () => {
    const manifest = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels: {} } };
    expect(Object.entries(objectKey(manifest))).toEqual([
      ['group', ''],
      ['kind', 'Namespace'],
      ['name', 'shop'],
    ]);
  });
});

describe('showKey()', () => {
  test.each([
    [{ group: 'apps', kind: 'StatefulSet', namespace: 'shop', name: 'orders' }, 'apps/StatefulSet shop/orders'],
    [{ group: '', kind: 'Service', namespace: 'shop', name: 'orders' }, 'Service shop/orders'],
    [{ group: 'storage.k8s.io', kind: 'StorageClass', name: 'ssd' }, 'storage.k8s.io/StorageClass ssd'],
    [{ group: '', kind: 'Namespace', name: 'shop' }, 'Namespace shop'],
  ])('shows %j as %j', (key, text) => {
    expect(showKey(key)).toBe(text);
  });

  test('gives different keys different texts', () => {
    const word = fc.constantFrom('a', 'b', 'a.b', 'a:b', 'ab');
    const keys = fc.record(
      { group: fc.oneof(word, fc.constant('')), kind: word, namespace: word, name: word },
      { requiredKeys: ['group', 'kind', 'name'] },
    );
    const parts = (key: ReturnType<typeof objectKey>) => JSON.stringify([key.group, key.kind, key.namespace, key.name]);
    fc.assert(
      fc.property(keys, keys, (a, b) => {
        expect(showKey(a) === showKey(b)).toBe(parts(a) === parts(b));
      }),
    );
  });
});
