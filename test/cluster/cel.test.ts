import { randomBytes } from 'node:crypto';
import { checkRules } from '../../src/crd/cel/check-rules';
import { definitionProblems } from '../../src/crd/definition-problems';
import type { CustomResourceDefinition, JSONSchemaProps } from '../../src/manifest/kubernetes';
import { connect, forEach } from './api-client';
import { FIELDS, VALUES } from './cel/fields';
import { REFUSED_RULES } from './cel/refused-rules';
import { RULES } from './cel/rules';
import { define, kubectl } from './cluster';

const server = connect();
const GROUP = `test-${randomBytes(4).toString('hex')}.example.com`;
const CREATED = 201;

afterAll(() => kubectl(['delete', 'customresourcedefinitions', '--wait=false', ...defined]));

const defined: string[] = [];

describe('the API server agrees about rules on', () => {
  test.each(Object.entries(RULES))('%s', async (topic, rules) => {
    const kind = `${topic[0]?.toUpperCase() ?? ''}${topic.slice(1)}`;
    const schema = specOf(Object.fromEntries(rules.map((rule, index) => [`r${index}`, ruled(FIELDS, rule)])));
    const definition = definitionOf(kind, schema);
    expect(errorsOf(definition)).toEqual([]);
    await define(JSON.stringify(definition));
    defined.push(`${topic}.${GROUP}`);
    const answers = await forEach(VALUES, (value) => verdicts(topic, kind, schema, rules, value));
    expect(answers.flat().filter(({ server, ours }) => server !== ours)).toEqual([]);
  });
});

/** What the server says of each rule of a value, beside what we say. */
async function verdicts(
  plural: string,
  kind: string,
  schema: JSONSchemaProps,
  rules: readonly string[],
  value: object,
) {
  const spec = Object.fromEntries(rules.map((_, index) => [`r${index}`, value]));
  const manifest = { apiVersion: `${GROUP}/v1`, kind, metadata: { name: 'a' }, spec };
  const { body } = await server.post(`/apis/${GROUP}/v1/${plural}?dryRun=All`, manifest);
  const { details, message } = body as Status;
  const causes = new Map((details?.causes ?? []).map((cause) => [cause.field, cause.message]));
  const ours = new Map(checkRules(schema, manifest).map((found) => [found.path, found]));
  const index = VALUES.indexOf(value as (typeof VALUES)[number]);
  if (details === undefined && message !== undefined) throw new Error(message);
  return rules.map((rule, at) => {
    const said = causes.get(`spec.r${at}`);
    const found = ours.get(`spec.r${at}`);
    return {
      ...{ rule, index, said, message: found?.message },
      server: said === undefined ? 'holds' : said.includes('failed rule: ') ? 'failed' : 'error',
      ours: found?.verdict ?? 'holds',
    };
  });
}

interface Status {
  readonly message?: string;
  readonly details?: { readonly causes?: readonly { readonly field: string; readonly message: string }[] };
}

test.each(Object.entries(REFUSED_RULES))(
  'the API server refuses rules for their %s, and so do we',
  async (_why, rules) => {
    const answers = await forEach(rules, async (rule) => {
      const definition = definitionOf('Refused', specOf({ field: ruled(FIELDS, rule) }));
      const { status, body } = await server.post(`${DEFINITIONS}?dryRun=All`, definition);
      return {
        rule,
        status,
        server: status === CREATED ? 'takes it' : 'refuses it',
        body: (body as Status).message,
        ours: errorsOf(definition),
      };
    });
    expect(answers.filter(({ status, ours }) => status === CREATED || ours.length === 0)).toEqual([]);
  },
);

const DEFINITIONS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';

function ruled(schema: JSONSchemaProps, rule: string): JSONSchemaProps {
  return { ...schema, 'x-kubernetes-validations': [{ rule }] };
}

function specOf(properties: Readonly<Record<string, JSONSchemaProps>>): JSONSchemaProps {
  return { type: 'object', properties: { spec: { type: 'object', properties } } };
}

function definitionOf(kind: string, schema: JSONSchemaProps): CustomResourceDefinition {
  const plural = kind.toLowerCase();
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${GROUP}` },
    spec: {
      group: GROUP,
      names: { kind, plural },
      scope: 'Cluster',
      versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: schema } }],
    },
  };
}

function errorsOf(definition: CustomResourceDefinition): readonly string[] {
  return definitionProblems(definition).map(({ path, phrase }) => `${path} ${phrase}`);
}
