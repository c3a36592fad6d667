import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import type { CustomResourceDefinition, JSONSchemaProps } from '../../src/manifest/kubernetes';
import { definitionProblems } from '../../src/crd/definition-problems';
import { connect, forEach } from './api-client';
import { COSTLY_RULES, costOf, SIZED, SIZED_RULES } from '../unit/crd/cel/sized-rules';
import { object, ROOT, widget } from '../unit/crd/definitions';
import { FIELDS } from './cel/fields';
import { RULES } from './cel/rules';

const server = connect();
const DEFINITIONS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions?dryRun=All';
const LIMIT = 10_000_000;
const COUNT = Number(process.env.COST_COUNT ?? 150);
const SEED = Number(process.env.COST_SEED ?? 20261121);

// The API server says how far a rule is above its limit. So each rule is put into lists that hold so many of its objects that it is a little
// above, and both factors are compared.
test.each([
  ...Object.entries(RULES).map(([topic, rules]) => [topic, FIELDS, rules] as const),
  ['costly', FIELDS, COSTLY_RULES] as const,
  ['sized', SIZED, SIZED_RULES] as const,
])('the API server reckons with the same costs of %s', async (_topic, self, rules) => {
  const answers = await forEach(rules, async (rule) => ({
    rule,
    ours: ourFactor(self, rule),
    server: await serverFactor(self, rule),
  }));
  expect(answers.filter(({ ours, server }) => ours !== server)).toEqual([]);
});

/** Lists and maps in each other, with and without bounds, and with rules at all depths. */
const schemas = fc.letrec<{ readonly schema: JSONSchemaProps }>((tie) => {
  const bound = fc.option(fc.constantFrom(1, 10, 300, 20_000), { nil: undefined });
  const ruled = (schema: JSONSchemaProps, rules: readonly string[]) =>
    fc.tuple(fc.subarray([...rules]), fc.constantFrom(undefined, ...MESSAGES)).map(([some, messageExpression]) => ({
      ...schema,
      ...(some.length > 0 && {
        'x-kubernetes-validations': some.map((rule) => ({
          rule,
          ...(messageExpression !== undefined && { messageExpression }),
        })),
      }),
    }));
  const text = bound.chain((maxLength) =>
    ruled({ type: 'string', ...(maxLength !== undefined && { maxLength }) }, [
      'self.matches("^[a-z]+$")',
      'self == self.trim()',
    ]),
  );
  const list = fc
    .tuple(bound, tie('schema'))
    .chain(([maxItems, items]) =>
      ruled({ type: 'array', items, ...(maxItems !== undefined && { maxItems }) }, [
        'self.all(x, x == self[0])',
        'self.size() > 1',
      ]),
    );
  const map = fc
    .tuple(bound, tie('schema'))
    .chain(([maxProperties, additionalProperties]) =>
      ruled({ type: 'object', additionalProperties, ...(maxProperties !== undefined && { maxProperties }) }, [
        'self.all(key, key.startsWith("a") && self[key] == self["b"])',
      ]),
    );
  const object = fc
    .tuple(tie('schema'), tie('schema'), fc.subarray(['a', 'b']))
    .chain(([a, b, required]) =>
      ruled({ type: 'object', properties: { a, b }, ...(required.length > 0 && { required }) }, [
        'self.a == self.a',
        'has(self.b)',
      ]),
    );
  return { schema: fc.oneof({ maxDepth: 4, depthSize: 'large' }, text, list, map, object) };
}).schema;

/** Nobody knows how long the text of a bool is. */
const MESSAGES = ['"no"', '"it is " + string(self == self)'];

test(`the API server refuses the same rules in ${COUNT} definitions (seed ${SEED})`, async () => {
  const sample = fc.sample(schemas, { numRuns: COUNT, seed: SEED });
  const answers = await forEach(sample, async (spec) => {
    const definition = widget({ schema: object({ spec }) });
    const ours = definitionProblems(definition).map(({ path }) => path);
    return { spec, ours: [...ours].sort(), server: await costlyFields(definition) };
  });
  expect(answers.filter(({ ours, server }) => !isDeepStrictEqual(ours, server))).toEqual([]);
  const refused = answers.filter(({ server }) => server.length > 0).length;
  expect(refused).toBeGreaterThan(COUNT / 10);
  expect(COUNT - refused).toBeGreaterThan(COUNT / 10);
});

/** The fields that the API server finds too costly. */
async function costlyFields(definition: CustomResourceDefinition): Promise<readonly string[]> {
  const { status, body } = await server.post(DEFINITIONS, definition);
  if (status === 201) return [];
  const { causes = [] } = (body as { readonly details?: { readonly causes?: readonly Cause[] } }).details ?? {};
  // That they are too costly together is said when none is alone.
  const all = causes.flatMap(({ field, message }) => (message.includes(' exceeds budget ') ? [ourPath(field)] : []));
  const fields = all.length > 1 ? all.filter((field) => field !== ROOT) : all;
  return fields.length > 0 ? fields.sort() : [JSON.stringify(body)];
}

/** The API server puts brackets around properties, and has the schema of an only version elsewhere. */
function ourPath(field: string): string {
  return field.replace('spec.validation.', 'spec.versions[0].schema.').replace(/properties\[(\w+)\]/g, 'properties.$1');
}

interface Cause {
  readonly field: string;
  readonly message: string;
}

/** How often a rule is asked, so that it costs a little more than it may. */
function timesOf(cost: number): number {
  return Math.floor(LIMIT / cost) + 1;
}

/** As the API server writes it. */
function ourFactor(self: JSONSchemaProps, rule: string): string {
  const cost = costOf(self, rule);
  const factor = (cost * timesOf(cost)) / LIMIT;
  if (factor > 100) return 'more than 100x';
  return `${factor < 1.5 ? factor.toFixed(6) : factor.toFixed(1)}x`;
}

async function serverFactor(self: JSONSchemaProps, rule: string): Promise<string | undefined> {
  const items = { ...self, 'x-kubernetes-validations': [{ rule }] };
  const list = { type: 'array', maxItems: timesOf(costOf(self, rule)), items };
  const { body } = await server.post(DEFINITIONS, widget({ schema: object({ list }) }));
  return /rule: Forbidden: estimated rule cost exceeds budget by factor of ([^(]+) \(/.exec(JSON.stringify(body))?.[1];
}
