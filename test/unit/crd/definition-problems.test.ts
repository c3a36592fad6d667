import * as fc from 'fast-check';
import { definitionProblems } from '../../../src/crd/definition-problems';
import type { CustomResourceDefinition, JSONSchemaProps } from '../../../src/manifest/kubernetes';
import { COSTLY_RULES } from './costly-rules';
import { A, field, object, text, widget } from './definitions';
import { DOUBTFUL_DEFINITIONS } from './doubtful-definitions';
import { REFUSED_COLUMNS, REFUSED_TWICE } from './refused-columns';
import { REFUSED_DEFAULTS, SOUND_DEFAULTS } from './refused-defaults';
import { REFUSED_DEFINITIONS } from './refused-definitions';
import { REFUSED_SCHEMAS } from './refused-schemas';
import { REFUSED_VALUES } from './refused-values';
import { SOUND_DEFINITIONS } from './sound-definitions';

const refused = [
  ...REFUSED_DEFINITIONS,
  ...REFUSED_COLUMNS,
  ...REFUSED_SCHEMAS,
  ...REFUSED_VALUES,
  ...REFUSED_DEFAULTS,
  ...COSTLY_RULES,
];

describe('definitionProblems()', () => {
  test.each(refused)('refuses %s', (_, definition, path, phrase) => {
    expect(definitionProblems(definition)).toEqual([{ severity: 'error', path, phrase }]);
  });

  test.each(DOUBTFUL_DEFINITIONS)('warns of %s', (_, definition, path, phrase) => {
    expect(definitionProblems(definition)).toEqual([{ severity: 'warning', path, phrase }]);
  });

  test.each([...SOUND_DEFINITIONS, ...SOUND_DEFAULTS])('takes %s', (_, definition) => {
    expect(definitionProblems(definition)).toEqual([]);
  });

  test('says of each version what holds for all of them', () => {
    const phrase: unknown = expect.stringContaining('whose schemas differ');
    expect(definitionProblems(REFUSED_TWICE)).toEqual([
      { severity: 'error', path: 'spec.versions[0].selectableFields', phrase },
      { severity: 'error', path: 'spec.versions[1].selectableFields', phrase },
    ]);
  });

  test('reads the rules and their messages', () => {
    const rules = [{ rule: 'self = "a"', messageExpression: '1' }];
    const path = `${A}.x-kubernetes-validations[0]`;
    expect(definitionProblems(field({ ...text, 'x-kubernetes-validations': rules }))).toEqual([
      { severity: 'error', path: `${path}.rule`, phrase: 'has "=", which CEL does not know: correct the expression' },
      {
        severity: 'error',
        path: `${path}.messageExpression`,
        phrase: 'gives int: write an expression that gives a string',
      },
    ]);
  });

  test('takes null for nothing beside a rule', () => {
    const nothing = { properties: null, items: null, enum: null, maxLength: null, maxItems: null, required: null };
    const rules = [{ rule: 'true' }];
    const inside = { ...nothing, type: 'object', properties: { b: { ...nothing, type: 'string' } } };
    for (const schema of [inside, { ...nothing, type: 'object' }, { ...nothing, type: 'array', items: inside }]) {
      const definition = field({ ...schema, 'x-kubernetes-validations': rules } as unknown as JSONSchemaProps);
      expect(definitionProblems(definition)).toEqual([]);
    }
  });

  test('says all that is missing from nothing', () => {
    // What the types rule out, a YAML file may have.
    for (const nothing of [{}, { metadata: null, spec: null }, { spec: { names: null, versions: null } }]) {
      const paths = definitionProblems(nothing as unknown as CustomResourceDefinition).map(({ path }) => path);
      expect(paths).toEqual([
        ...['spec.group', 'metadata.name', 'spec.scope', 'spec.names.kind', 'spec.names.plural', 'spec.versions'],
      ]);
    }
  });
});

describe('definitionProblems() does not throw', () => {
  const wraps: Readonly<Record<string, (inside: JSONSchemaProps) => JSONSchemaProps>> = {
    properties: (a) => object({ a }, { 'x-kubernetes-validations': [{ rule: 'true', fieldPath: '.a' }] }),
    items: (items) => ({ type: 'array', items }),
    additionalProperties: (additionalProperties) => ({ type: 'object', additionalProperties }),
    allOf: (inside) => ({ allOf: [inside] }),
    not: (not) => ({ not }),
  };

  test.each(Object.entries(wraps))('for 10,000 of %s in each other', (_, wrap) => {
    const deep = repeat(10_000, wrap, {});
    const twins = { versions: ['v1', 'v2'].map((name) => ({ name, schema: { openAPIV3Schema: deep } })) };
    expect(messages(widget({ spec: twins }))).toContainEqual(expect.stringContaining('is nested deeper'));
  });

  test('for a default that is as deep as its schema', () => {
    const schema = repeat(4_000, (a) => object({ a }), text);
    expect(messages(field({ ...schema, default: repeat<unknown>(4_000, (a) => ({ a }), 1) }))).not.toEqual([]);
  });

  test('for a schema that is in itself', () => {
    const tree: { type: string; properties: Record<string, JSONSchemaProps> } = { type: 'object', properties: {} };
    Object.assign(tree.properties, { left: tree, right: tree });
    const found = definitionProblems(field(tree));
    expect(found.map(({ path }) => path)).toEqual([`${A}.properties.left`, `${A}.properties.right`]);
    expect(found[0]?.phrase).toMatch(/^refers to itself/);
  });

  test('for any schema', () => {
    fc.assert(
      fc.property(anySchema(), (schema) => {
        const found = definitionProblems(widget({ schema }));
        // A message: a path, a fact and a way out, in one sentence.
        expect(found.filter(({ path, phrase }) => path === '' || !/^.+: .+[^.]$/s.test(phrase))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

function messages(definition: CustomResourceDefinition): readonly string[] {
  return definitionProblems(definition).map(({ phrase }) => phrase);
}

function repeat<T>(times: number, wrap: (inside: T) => T, innermost: T): T {
  let made = innermost;
  for (let count = 0; count < times; count++) made = wrap(made);
  return made;
}

/** Schemas as a table of types lets them through: each field has a value of its type, or null. */
function anySchema(depth = 3): fc.Arbitrary<JSONSchemaProps> {
  const word = fc.constantFrom('a', 'b', 'metadata', 'kind', '__proto__', '');
  const number = fc.constantFrom(-1, 0, 1, 1.5);
  const flag = fc.boolean();
  const value = fc.constantFrom(null, 0, '', 'a', true, [], ['a'], {}, { a: 1 });
  const inside = depth === 0 ? fc.constant({}) : fc.option(anySchema(depth - 1), { freq: 9 });
  const list = fc.array(inside, { maxLength: 2 });
  const map = fc.dictionary(word, inside, { maxKeys: 2 });
  const fields: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
    ...{ type: fc.constantFrom('object', 'array', 'string', 'integer', 'int'), format: word, pattern: fc.string() },
    ...{ properties: map, additionalProperties: fc.oneof(flag, inside), items: fc.oneof(inside, list) },
    ...{ allOf: list, anyOf: list, oneOf: list, not: inside, required: fc.array(word), nullable: flag },
    ...{
      default: value,
      enum: fc.array(value),
      minimum: number,
      maximum: number,
      minLength: number,
      multipleOf: number,
    },
    ...{ $ref: word, definitions: map, dependencies: map, 'x-kubernetes-map-type': word },
    ...{ 'x-kubernetes-list-type': fc.constantFrom('set', 'map'), 'x-kubernetes-list-map-keys': fc.array(word) },
    ...{ 'x-kubernetes-int-or-string': flag, 'x-kubernetes-embedded-resource': flag },
    'x-kubernetes-preserve-unknown-fields': flag,
    'x-kubernetes-validations': fc.array(fc.record({ rule: fc.string(), fieldPath: fc.string(), reason: word })),
  };
  const names = fc.subarray(Object.keys(fields), { maxLength: 5 });
  const record = (chosen: readonly string[]): fc.Arbitrary<unknown> =>
    fc.record(Object.fromEntries(chosen.map((name) => [name, fields[name] ?? inside])));
  return names.chain((chosen) => record(chosen) as fc.Arbitrary<JSONSchemaProps>);
}
