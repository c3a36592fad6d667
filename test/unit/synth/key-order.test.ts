import fc from 'fast-check';
import { sortKeys } from '../../../src/synth/key-order';

test('sortKeys() puts first what people put first, then sorts by character code', () => {
  expect(sortKeys(['spec', 'namespace', 'metadata', 'Z', 'name', 'a', 'kind', 'data', 'apiVersion'])).toEqual([
    ...['apiVersion', 'kind', 'metadata', 'name', 'namespace'],
    ...['Z', 'a', 'data', 'spec'],
  ]);
});

test('sortKeys() sorts like cdk8s but for these five, however many keys there are', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ maxLength: 3 }), { maxLength: 60 }), (keys) => {
      expect(sortKeys(['name', ...keys])).toEqual(['name', ...[...keys].sort()]);
    }),
  );
});
