import fc from 'fast-check';

/** Values that a field may have by mistake, or by malice. */
export const weirdValues: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<unknown>(null, undefined, '', 0, -1, NaN, Infinity, true, [], {}, 1n, '\0') },
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', '%', '$(A)', '..'),
  },
  { weight: 2, arbitrary: fc.double() },
  { weight: 1, arbitrary: fc.bigInt() },
  { weight: 1, arbitrary: fc.date({ noInvalidDate: false }) },
  { weight: 1, arbitrary: fc.stringMatching(/^[a*/?(){}[\]|+.:,-]{1,200}$/) },
  { weight: 1, arbitrary: fc.constantFrom('a', '0', '-', '.', '/', '1.', 'a-', '[', '((', '1Gi').map(repeated) },
  { weight: 1, arbitrary: fc.constant(undefined).map(inItself) },
  { weight: 1, arbitrary: fc.constant(undefined).map(withPrototypeKeys) },
  { weight: 1, arbitrary: fc.constant(undefined).map(throwing) },
  { weight: 1, arbitrary: fc.constant(undefined).map(deep) },
  { weight: 2, arbitrary: fc.anything({ maxDepth: 3, withBigInt: true, withDate: true, withNullPrototype: true }) },
);

/** Long enough to show an algorithm that is worse than linear. */
function repeated(text: string): string {
  return text.repeat(10_000);
}

function inItself(): unknown {
  const value: { self?: unknown; list: unknown[] } = { list: [] };
  value.self = value;
  value.list.push(value);
  return value;
}

function withPrototypeKeys(): unknown {
  return JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"name":"a"}');
}

function throwing(): unknown {
  return Object.defineProperty({}, 'name', {
    enumerable: true,
    get: () => {
      throw new Error('this field cannot be read');
    },
  });
}

function deep(): unknown {
  let value: unknown = 'end';
  for (let depth = 0; depth < 2000; depth++) value = { spec: [value] };
  return value;
}
