import * as fc from 'fast-check';
import { withFields, withoutField } from '../../../src/manifest/fields';

const objects = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.option(fc.integer(), { nil: undefined }));

test('withFields() is a spread of both', () => {
  fc.assert(
    fc.property(objects, objects, (object, changes) => {
      expect(withFields(object, changes)).toStrictEqual({ ...object, ...changes });
    }),
  );
});

test('withoutField() is the rest', () => {
  fc.assert(
    fc.property(objects, (object) => {
      const { a: _, ...rest } = object;
      expect(withoutField(object, 'a')).toStrictEqual(rest);
    }),
  );
});

test('neither changes what it is given', () => {
  const given = Object.freeze({ a: 1 });
  expect([withFields(given, { a: 2 }), withoutField(given, 'a'), given]).toEqual([{ a: 2 }, {}, { a: 1 }]);
});
