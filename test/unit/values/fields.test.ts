import * as fc from 'fast-check';
import { withFields, withoutFields } from '../../../src/values/fields';

const objects = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.option(fc.integer(), { nil: undefined }));

test('withFields() is a spread of both', () => {
  fc.assert(
    fc.property(objects, objects, (object, changes) => {
      expect(withFields(object, changes)).toStrictEqual({ ...object, ...changes });
    }),
  );
});

test('withoutFields() is the rest', () => {
  fc.assert(
    fc.property(objects, (object) => {
      const { a: _, ...rest } = object;
      expect(withoutFields(object, 'a')).toStrictEqual(rest);
      const { b: __, ...last } = rest;
      expect(withoutFields(object, 'a', 'b')).toStrictEqual(last);
    }),
  );
});

test('neither changes what it is given', () => {
  const given = Object.freeze({ a: 1 });
  expect([withFields(given, { a: 2 }), withoutFields(given, 'a'), given]).toEqual([{ a: 2 }, {}, { a: 1 }]);
});
