import { checkResource, checkValue } from '../../../src/crd/check-value';
import type { JSONSchemaProps } from '../../../src/manifest/kubernetes';
import { KEEP, object, said, TEXT } from './schema-parts';

const SHOP = object({ spec: object({ image: TEXT }, { required: ['image'] }) }, { required: ['spec'] });
const shop = (metadata: unknown, more: object = {}) => ({
  ...{ apiVersion: 'shop.example.com/v1', kind: 'Shop', metadata },
  ...{ spec: { image: 'web' }, ...more },
});

describe('checkResource()', () => {
  test.each<[sentence: string, manifest: unknown, problems: readonly string[]]>([
    [
      'takes a resource',
      shop({ name: 'a', namespace: 'b', labels: { 'a.b/c': 'd' }, annotations: { 'A.b/c': '' } }),
      [],
    ],
    ['takes a prefix of a name', shop({ generateName: 'a-' }), []],
    ['knows its schema', shop({ name: 'a' }, { spec: {} }), ['spec.image is missing: give a string']],
    ['knows what no schema names', shop({ name: 'a' }, { spce: 1 }), ['spce is not known: did you mean "spec"']],
    ['wants a name', shop({}), ['metadata.name is missing: give a string']],
    ['wants metadata', shop(undefined), ['metadata.name is missing: give a string']],
    [
      'wants a good name',
      shop({ name: 'A b' }),
      [
        'metadata.name is "A b", not a DNS subdomain: use lower-case letters, digits, "-" and ".", and begin and end each part with a letter or digit, such as "a-b"',
      ],
    ],
    ['wants a resource', 'shop', ['is "shop", a string: give an object']],
    [
      'wants an apiVersion and a kind',
      { spec: { image: 'web' }, metadata: { name: 'a' } },
      [...['apiVersion is missing: give a string', 'kind is missing: give a string']],
    ],
    [
      'wants texts for them',
      { ...shop({ name: 'a' }), apiVersion: 1, kind: null },
      [...['apiVersion is 1, a number: give a string', 'kind is null: give a string']],
    ],
    [
      'leaves to the server what it replaces',
      shop({ name: 'a', generation: -1, managedFields: [{ operation: 'x' }] }),
      [],
    ],
  ])('%s', (_sentence, manifest, problems) => {
    expect(said(checkResource(SHOP, manifest))).toEqual(problems);
  });

  test('asks metadata what the schema says of it, too', () => {
    const schema = object({ ...SHOP.properties, metadata: object({ name: { ...TEXT, maxLength: 3 } }) });
    expect(said(checkResource(schema, shop({ name: 'abcd', labels: {} })))).toEqual([
      'metadata.name has 4 characters: give at most 3',
    ]);
  });
});

describe('the status of a new object, which the server drops', () => {
  const status = object({ phase: TEXT }, { required: ['phase'] });
  const schema = object({ ...SHOP.properties, status });

  test.each<[sentence: string, status: unknown, problems: readonly string[]]>([
    ['may have any values', { phase: 1 }, []],
    ['may lack any field', {}, []],
    ['may be anything', 'running', []],
    ['has no unknown fields', { phsae: 1 }, ['status.phsae is not known: did you mean "phase"']],
  ])('%s', (_sentence, given, problems) => {
    const manifest = shop({ name: 'a' }, { status: given });
    expect(said(checkResource(schema, manifest, { dropsStatus: true }))).toEqual(problems);
    expect(said(checkResource(schema, manifest))).not.toEqual([]);
  });
});

const EMBEDDED: JSONSchemaProps = { type: 'object', 'x-kubernetes-embedded-resource': true, ...KEEP };
const pod = (metadata: unknown) => ({ apiVersion: 'v1', kind: 'Pod', metadata, spec: {} });
const owner = (more: object) =>
  pod({ ownerReferences: [{ apiVersion: 'apps/v1', kind: 'Deployment', name: 'a', uid: 'u', ...more }] });

describe('checkValue() asks of an embedded resource', () => {
  test.each<[sentence: string, value: unknown, problems: readonly string[]]>([
    ['no name', pod({}), []],
    ['no metadata', { apiVersion: 'v1', kind: 'Pod' }, []],
    ['any name for a URL', pod({ name: 'A b', generateName: '..' }), []],
    [
      'nothing of what is null',
      pod({ name: null, labels: { a: null }, finalizers: null, ownerReferences: null, creationTimestamp: null }),
      [],
    ],
    ['a name for a URL', pod({ name: 'a/b' }), ['metadata.name is "a/b", not a name: use neither "/" nor "%"']],
    ['a name that is no step', pod({ name: '..' }), ['metadata.name is "..", not a name: use more than ".."']],
    [
      'an apiVersion',
      { apiVersion: '', kind: 'Pod' },
      ['apiVersion is empty: write a group and a version, such as "apps/v1"'],
    ],
    [
      'one slash',
      { apiVersion: 'a/b/c', kind: 'Pod' },
      ['apiVersion is "a/b/c", not a group and a version: write them with one "/", such as "apps/v1"'],
    ],
    [
      'a kind',
      { apiVersion: 'v1', kind: 'a b' },
      ['kind is "a b", not a kind: use up to 63 letters, digits and "-", and begin with a letter'],
    ],
    ['metadata', pod([]), ['metadata is a list: give an object']],
    ['known metadata', pod({ label: {} }), ['metadata.label is not known: did you mean "labels"']],
    [
      'texts',
      pod({ name: 1, labels: { a: 1 }, finalizers: ['a/b', 1] }),
      [
        ...['metadata.name is 1, a number: give a string', 'metadata.labels.a is 1, a number: give a string'],
        'metadata.finalizers[1] is 1, a number: give a string',
      ],
    ],
    [
      'a namespace',
      pod({ namespace: 'A' }),
      [expect.stringContaining('metadata.namespace is "A", not a DNS label') as string],
    ],
    ['a generation', pod({ generation: -1 }), ['metadata.generation is -1: give at least 0']],
    [
      'times',
      pod({ creationTimestamp: '2026-01-31', deletionTimestamp: '2026-01-31T3:15:00,5+01:00' }),
      ['metadata.creationTimestamp is "2026-01-31", not a time: write one such as "2026-01-31T20:15:00Z"'],
    ],
    [
      'labels',
      pod({ labels: { 'a/b/c': 'd', e: 'f g' } }),
      [
        ...[expect.stringContaining('metadata.labels["a/b/c"] has a name after "/"') as string],
        expect.stringContaining('metadata.labels.e is "f g", not a label value') as string,
      ],
    ],
    [
      'annotations',
      pod({ annotations: { 'a b': '', c: 'x'.repeat(2 ** 18) } }),
      [
        ...['metadata.annotations have 262148 bytes; metadata holds 262144'],
        expect.stringContaining('metadata.annotations["a b"] is not the name of a label') as string,
      ],
    ],
    [
      'finalizers',
      pod({ finalizers: ['a b', 'orphan', 'foregroundDeletion'] }),
      [
        ...[expect.stringContaining('metadata.finalizers[0] is "a b", not the name of a label') as string],
        'metadata.finalizers have "orphan" and "foregroundDeletion": leave one of them out',
      ],
    ],
    [
      'owners',
      pod({ ownerReferences: [null] }),
      [
        'metadata.ownerReferences[0].apiVersion is not a group and a version: write one such as "apps/v1"',
        ...['kind', 'name', 'uid'].map((field) => `metadata.ownerReferences[0].${field} is missing: give a string`),
      ],
    ],
    [
      'the version of an owner',
      owner({ apiVersion: 'apps/' }),
      ['metadata.ownerReferences[0].apiVersion is not a group and a version: write one such as "apps/v1"'],
    ],
    [
      'no Event for an owner',
      owner({ apiVersion: 'v1', kind: 'Event' }),
      ['metadata.ownerReferences[0] is an Event, which can own nothing: name another object'],
    ],
    [
      'one controller',
      pod({
        ownerReferences: [1, 2].map((uid) => ({
          apiVersion: 'v1',
          kind: 'A',
          name: 'a',
          uid: `${uid}`,
          controller: true,
        })),
      }),
      ['metadata.ownerReferences[1].controller is true for [0] already: there can be one'],
    ],
    [
      'managers',
      pod({
        managedFields: [
          { operation: 'Apply', manager: 'a\n', fieldsType: 'V2', time: 'x' },
          { operation: 'x', manager: 'a'.repeat(129), subresource: 'a'.repeat(257) },
        ],
      }),
      [
        'metadata.managedFields[0].time is "x", not a time: write one such as "2026-01-31T20:15:00Z"',
        'metadata.managedFields[0].fieldsType is not known: give "FieldsV1"',
        'metadata.managedFields[0].manager has what cannot be printed: leave it out',
        'metadata.managedFields[1].operation is not known: give "Apply" or "Update"',
        'metadata.managedFields[1].manager is too long: give at most 128 bytes',
        'metadata.managedFields[1].subresource is too long: give at most 256 bytes',
      ],
    ],
  ])('%s', (_sentence, value, problems) => {
    expect(said(checkValue(EMBEDDED, value))).toEqual(problems);
  });

  test('what its schema says of metadata, from which the server takes what is empty', () => {
    const schema = {
      ...EMBEDDED,
      properties: { metadata: object({ name: { ...TEXT, pattern: '^a' } }, { required: ['name'] }) },
    };
    expect(said(checkValue(schema, pod({ name: 'b', namespace: 'c' })))).toEqual([
      'metadata.name is "b": give a string that matches ^a',
    ]);
    expect(said(checkValue(schema, pod({ name: '' })))).toEqual(['metadata.name is missing: give a string']);
  });
});
