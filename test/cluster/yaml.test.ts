import { ApiObject, Chart } from 'cdk8s';
import { App, KubernetesObject } from 'cdk8s-workloads';
import fc from 'fast-check';
import { define, kubectl, TestNamespace } from './cluster';

let namespace: TestNamespace;
beforeAll(async () => {
  namespace = await TestNamespace.create('restricted');
  await define(definition());
});
afterAll(() => namespace.delete());

/** A kind whose `value` may be any JSON value. */
function definition(): string {
  const app = new App();
  new KubernetesObject(new Chart(app, 'test'), 'anythings.yaml.example.com', {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    spec: {
      group: 'yaml.example.com',
      scope: 'Namespaced',
      names: { kind: 'Anything', plural: 'anythings' },
      versions: [
        {
          name: 'v1',
          served: true,
          storage: true,
          schema: {
            openAPIV3Schema: {
              type: 'object',
              properties: { values: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
            },
          },
        },
      ],
    },
  });
  return app.synthYaml();
}

/** Writes the values with our App, lets Kubernetes read the YAML, and gives what it stored. */
async function stored(name: string, values: object): Promise<unknown> {
  const app = new App();
  const chart = new Chart(app, 'test', { namespace: namespace.name });
  new ApiObject(chart, name, { apiVersion: 'yaml.example.com/v1', kind: 'Anything', metadata: { name }, values });
  // Not a server-side apply: for that kubectl sends JSON, which the server reads as YAML once more and refuses, for a DEL for example.
  await kubectl(['create', '-f', '-'], app.synthYaml());
  return (await namespace.get<{ values: unknown }>(`anythings.yaml.example.com/${name}`)).values;
}

const STRINGS_THAT_BITE = [
  ...[
    'yes',
    'no',
    'on',
    'off',
    'y',
    'n',
    'Y',
    'True',
    'NULL',
    '~',
    '',
    '0x1F',
    '0o17',
    '017',
    '1e3',
    '1_000',
    '.5',
    '+1',
    '.inf',
  ],
  ...[
    '12:30:45',
    '2026-11-21',
    '- x',
    '# y',
    'a: b',
    'a #b',
    '&a',
    '*a',
    '!t',
    '%',
    '@',
    '`',
    '?',
    '=',
    '<<',
    '{',
    '[',
    '"',
    "'",
  ],
  ...[
    ' leading',
    'trailing  ',
    '\ttab',
    'line\n',
    'two\nlines',
    'many\n\n\n',
    '\n',
    '  indented\nfirst',
    'a\n b\n',
    'cr\r\n',
    '\r',
  ],
  ...[
    'nul \0',
    'del \x7f',
    'nel \x85',
    'bom \ufeff',
    'line \u2028 separator',
    'paragraph \u2029',
    'emoji 😀',
    '한국어',
    '\x1b[0m',
  ],
  '#!/bin/sh\nset -e\nfor i in 1 2 3; do\n  echo "$i"   \ndone\n',
];

test('Kubernetes reads back every string that YAML could take for something else, as a value', async () => {
  const values = Object.fromEntries(STRINGS_THAT_BITE.map((text, index) => [`s${index}`, text]));
  expect(await stored('strings', values)).toEqual(values);
});

test('Kubernetes reads back every such string as a key', async () => {
  const values = Object.fromEntries(STRINGS_THAT_BITE.map((text, index) => [text, index]));
  expect(await stored('keys', values)).toEqual(values);
});

test('Kubernetes reads back any JSON value', async () => {
  // Kubernetes drops null fields and keeps numbers as 64-bit ones: not what YAML is about.
  const leaf = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary-ascii' }),
    fc.boolean(),
    fc.integer(),
  );
  const key = fc.string({ unit: 'grapheme', minLength: 1 });
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(key, tie('value'), { maxKeys: 4 }),
    ),
  }));
  const values = Object.fromEntries(fc.sample(value, 400).map((each, index) => [`v${index}`, each]));
  expect(await stored('any', values)).toEqual(values);
});
