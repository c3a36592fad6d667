import { applyDefaults, pruneNulls } from '../../../src/crd/defaults';
import type { JSONSchemaProps } from '../../../src/manifest/kubernetes';

const TEXT: JSONSchemaProps = { type: 'string' };
const WITH_X: JSONSchemaProps = { type: 'object', properties: { x: { type: 'string', default: 'x' }, y: TEXT } };
const object = (properties: Readonly<Record<string, JSONSchemaProps>>): JSONSchemaProps => ({
  type: 'object',
  properties,
});
const json = (text: string) => JSON.parse(text) as unknown;

describe('pruneNulls()', () => {
  test.each<[sentence: string, schema: JSONSchemaProps, value: unknown, pruned: unknown]>([
    ['drops null for a field', object({ a: TEXT }), { a: null, b: 1 }, { b: 1 }],
    ['keeps null for a nullable field', object({ a: { ...TEXT, nullable: true } }), { a: null }, { a: null }],
    ['leaves null with a default to applyDefaults()', WITH_X, { x: null }, { x: null }],
    ['drops null that only says it has a default of null', object({ a: { default: null } }), { a: null }, {}],
    ['drops null in a map', { additionalProperties: TEXT }, { a: null, b: 'b' }, { b: 'b' }],
    [
      'drops null for "__proto__"',
      json('{"properties":{"__proto__":{}}}') as JSONSchemaProps,
      json('{"__proto__":null}'),
      {},
    ],
    ['keeps "__proto__"', object({ a: TEXT }), json('{"a":null,"__proto__":1}'), json('{"__proto__":1}')],
    [
      'drops null deep inside',
      { items: object({ a: { additionalProperties: TEXT } }) },
      [{ a: { b: null } }],
      [{ a: {} }],
    ],
    ['keeps null in a list', { items: TEXT }, [null], [null]],
    ['keeps null for what the schema does not name', object({ a: TEXT }), { b: null }, { b: null }],
    ['keeps null where anything goes', { additionalProperties: true }, { a: null }, { a: null }],
    ['keeps null that a clause alone names', { allOf: [object({ a: TEXT })] }, { a: null }, { a: null }],
  ])('%s', (_sentence, schema, value, pruned) => {
    expect(pruneNulls(schema, value)).toEqual(pruned);
  });

  test.each([null, undefined, 1, 'a', [1], { a: 'a', c: {} }])(
    'gives %j itself, for there is nothing to drop',
    (value) => {
      expect(pruneNulls({ ...object({ a: TEXT }), items: TEXT }, value)).toBe(value);
    },
  );

  test('does not change its argument', () => {
    const value = Object.freeze({ a: null });
    expect(pruneNulls(object({ a: TEXT }), value)).toEqual({});
    expect(value).toEqual({ a: null });
  });
});

describe('applyDefaults()', () => {
  test.each<[sentence: string, schema: JSONSchemaProps, value: unknown, filled: unknown]>([
    ['fills in what is not there', WITH_X, { y: 'y' }, { y: 'y', x: 'x' }],
    ['fills in what is undefined', WITH_X, { x: undefined }, { x: 'x' }],
    ['replaces null', WITH_X, { x: null }, { x: 'x' }],
    ['keeps null that is allowed', object({ a: { ...TEXT, nullable: true, default: 'a' } }), { a: null }, { a: null }],
    [
      'fills in false, 0 and ""',
      object({ a: { default: false }, b: { default: 0 }, c: { default: '' } }),
      {},
      { a: false, b: 0, c: '' },
    ],
    ['takes null for no default', object({ a: { default: null } }), {}, {}],
    ['fills in a default', object({ a: { ...WITH_X, default: { y: 'y' } } }), {}, { a: { y: 'y', x: 'x' } }],
    ['makes no object for what is inside', object({ a: WITH_X }), {}, {}],
    ['fills in the items of a list', { items: WITH_X }, [{}, { x: 'z' }], [{ x: 'x' }, { x: 'z' }]],
    ['replaces null in a list', { items: { default: 'a' } }, [null, 'b'], ['a', 'b']],
    ['keeps null in a list that has no default', { items: WITH_X }, [null], [null]],
    ['fills in the values of a map', { additionalProperties: WITH_X }, { a: {} }, { a: { x: 'x' } }],
    ['leaves what is of another type', { items: WITH_X, ...WITH_X }, 'text', 'text'],
    ['does not look into clauses', { allOf: [WITH_X], anyOf: [WITH_X], not: WITH_X }, {}, {}],
    ['leaves the default of the schema itself', { ...TEXT, default: 'a' }, undefined, undefined],
    [
      'fills in "__proto__"',
      json('{"properties":{"__proto__":{"default":1}}}') as JSONSchemaProps,
      {},
      json('{"__proto__":1}'),
    ],
  ])('%s', (_sentence, schema, value, filled) => {
    expect(applyDefaults(schema, value)).toEqual(filled);
  });

  test('gives the same value when it has all of them', () => {
    const value = { a: [{ x: '1' }], b: { c: 1 } };
    expect(applyDefaults(object({ a: { type: 'array', items: WITH_X } }), value)).toBe(value);
  });

  test('fills in a default that belongs to the caller', () => {
    const schema = object({ a: { type: 'array', default: [{ b: 1 }] } });
    const filled = applyDefaults(schema, {}) as { a: { b: number }[] };
    filled.a.push({ b: 2 });
    for (const item of filled.a) item.b = 3;
    expect(applyDefaults(schema, {})).toEqual({ a: [{ b: 1 }] });
  });

  test('does not change its argument', () => {
    const value = Object.freeze({ x: null });
    expect(applyDefaults(WITH_X, value)).toEqual({ x: 'x' });
    expect(value).toEqual({ x: null });
  });
});
