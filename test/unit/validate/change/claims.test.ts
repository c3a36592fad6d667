import { validateChange } from '../../../../src/validate/validate-change';
import { BASES } from './bases';

const claim = (storage: string, edits: object = {}, status: object = {}): unknown => ({
  ...BASES.Claim,
  metadata: { name: 'orders' },
  spec: { ...BASES.Claim.spec, storageClassName: 'disk', resources: { requests: { storage } }, ...edits },
  status,
});
const storageClass = (allowVolumeExpansion?: boolean): unknown => ({
  ...BASES.StorageClass,
  metadata: { name: 'disk' },
  ...(allowVolumeExpansion !== undefined && { allowVolumeExpansion }),
});
const found = (before: readonly unknown[], after: readonly unknown[]): readonly string[] =>
  validateChange(before, after).map(({ severity, path, message }) => `${severity} ${path} ${message}`);
const SIZE = 'spec.resources.requests.storage';

test('a claim whose class does not let it grow stays as it is', () => {
  const issue = `error ${SIZE} was "10Gi" and is "20Gi", but only a claim of a StorageClass that allows it grows`;
  expect(found([claim('10Gi'), storageClass()], [claim('20Gi'), storageClass(false)])).toEqual([issue]);
  const smaller = found([claim('10Gi'), storageClass()], [claim('5Gi'), storageClass()]);
  expect(smaller).toEqual([`error ${SIZE} was "10Gi" and is "5Gi", but a volume does not shrink`]);
});

test.each([
  [[storageClass()], [storageClass(true)]],
  [[storageClass(true)], [storageClass()]],
  [[], [storageClass()]],
])('a claim grows where its class may allow it: from %j to %j', (before, after) => {
  expect(found([claim('10Gi'), ...before], [claim('20Gi'), ...after])).toEqual([]);
});

test('a claim of which nobody knows the volume may become smaller', () => {
  const issue = 'was "100Gi" and is "50Gi", which is refused unless the volume is smaller than that';
  expect(found([claim('100Gi')], [claim('50Gi')])).toEqual([`warning ${SIZE} ${issue}`]);
});

test('after an expansion that failed, a claim asks for less again, but for more than it has', () => {
  const status = { phase: 'Bound', capacity: { storage: '10Gi' } };
  expect(found([claim('100Gi', {}, status)], [claim('50Gi')])).toEqual([]);
  expect(found([claim('100Gi', {}, status)], [claim('10240Mi')])).toEqual([expect.stringContaining('error')]);
});

test('the attributes that a volume has can become others, and not none', () => {
  const gold = claim('10Gi', { volumeAttributesClassName: 'gold' }, { currentVolumeAttributesClassName: 'gold' });
  expect(found([gold], [claim('10Gi', { volumeAttributesClassName: 'silver' })])).toEqual([]);
  expect(found([gold], [claim('10Gi', { volumeAttributesClassName: '' })])).toEqual([
    'error spec.volumeAttributesClassName was "gold" and is "", but it cannot be changed',
  ]);
});
