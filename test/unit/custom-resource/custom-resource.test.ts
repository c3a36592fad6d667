import { Chart, JsonPatch, Testing } from 'cdk8s';
import { customResource, int32, listMap, rule, serverRule } from 'cdk8s-workloads/custom-resource';
import { z } from 'zod';
import { DuplicateObjectError } from '../../../src/emit/object-keys';
import { refusal, shop, unchecked } from '../refusal';

const Backup = customResource({
  group: 'shop.example.com',
  kind: 'Backup',
  shortNames: ['bk'],
  categories: ['all'],
  metadata: { labels: { team: 'shop' } },
  versions: {
    v1: {
      storage: true,
      description: 'A backup of a database.',
      name: z.string().max(40),
      spec: z.object({
        schedule: z.string(),
        keep: int32().min(1).default(7),
        mode: z.enum(['full', 'incremental']).default('full'),
        hosts: listMap(z.object({ name: z.string(), port: z.int().default(80) }), ['name']).optional(),
        target: z
          .union([z.object({ bucket: z.string() }), z.object({ claim: z.string(), size: z.int().optional() })])
          .optional(),
      }),
      status: z.looseObject({ phase: z.string().optional(), kept: int32().min(0).optional() }),
      rules: [
        rule_('self.metadata.name != self.spec.schedule', (name, schedule) => name !== schedule),
        { rule: 'self.spec.keep >= oldSelf.spec.keep', message: 'keep cannot shrink' },
      ],
      printerColumns: [
        { name: 'Schedule', jsonPath: '.spec.schedule' },
        { name: 'Keep', jsonPath: '.spec.keep', priority: 1 },
        { name: 'Age', jsonPath: '.metadata.creationTimestamp' },
      ],
      scale: { specReplicasPath: '.spec.keep', statusReplicasPath: '.status.kept' },
      selectableFields: ['.spec.mode'],
    },
    v1beta1: { served: false, deprecated: 'use v1', spec: z.object({ cron: z.string() }) },
    v1alpha1: { deprecated: true, spec: z.object({}) },
  },
  conversion: { service: { namespace: 'shop', name: 'converter', path: '/convert' } },
});

function rule_(cel: string, check: (name: string, schedule: string) => boolean) {
  return {
    rule: cel,
    message: 'the name must not be the schedule',
    check: (object: unknown) => {
      const { metadata, spec } = object as { metadata: { name: string }; spec: { schedule: string } };
      return check(metadata.name, spec.schedule);
    },
  };
}

describe('the definition', () => {
  const { spec, metadata } = Backup.definition;
  const [v1, v1beta1, v1alpha1] = spec.versions;

  test('is named by plural and group', () =>
    expect(metadata).toEqual({ labels: { team: 'shop' }, name: 'backups.shop.example.com' }));

  test('has the names', () =>
    expect(spec.names).toEqual({
      kind: 'Backup',
      plural: 'backups',
      singular: 'backup',
      shortNames: ['bk'],
      categories: ['all'],
    }));

  test('has versions that are served, stored and deprecated as said', () => {
    const facts = spec.versions.map(({ name, served, storage, deprecated, deprecationWarning }) => ({
      ...{ name, served, storage, deprecated, deprecationWarning },
    }));
    expect(facts).toEqual([
      { name: 'v1', served: true, storage: true },
      { name: 'v1beta1', served: false, storage: false, deprecated: true, deprecationWarning: 'use v1' },
      { name: 'v1alpha1', served: true, storage: false, deprecated: true },
    ]);
  });

  test('says what the version is for, and its rules', () => {
    const root = v1?.schema?.openAPIV3Schema;
    expect(root?.description).toBe('A backup of a database.');
    expect(root?.['x-kubernetes-validations']).toEqual([
      { rule: 'self.metadata.name != self.spec.schedule', message: 'the name must not be the schedule' },
      { rule: 'self.spec.keep >= oldSelf.spec.keep', message: 'keep cannot shrink' },
    ]);
    expect(root?.properties?.['metadata']).toEqual({
      type: 'object',
      properties: { name: { type: 'string', maxLength: 40 } },
    });
    expect(root?.required).toEqual(['spec']);
  });

  test('has the subresources', () => {
    expect(v1?.subresources).toEqual({
      status: {},
      scale: { specReplicasPath: '.spec.keep', statusReplicasPath: '.status.kept' },
    });
    expect(v1beta1?.subresources).toBeUndefined();
  });

  test('has columns with the types of their fields', () =>
    expect(v1?.additionalPrinterColumns).toEqual([
      { name: 'Schedule', jsonPath: '.spec.schedule', type: 'string' },
      { name: 'Keep', jsonPath: '.spec.keep', type: 'integer', priority: 1 },
      { name: 'Age', jsonPath: '.metadata.creationTimestamp', type: 'date' },
    ]));

  test('has selectable fields', () => expect(v1?.selectableFields).toEqual([{ jsonPath: '.spec.mode' }]));

  test('has the conversion', () =>
    expect(spec.conversion).toEqual({
      strategy: 'Webhook',
      webhook: {
        clientConfig: { service: { namespace: 'shop', name: 'converter', path: '/convert' } },
        conversionReviewVersions: ['v1'],
      },
    }));

  test('of a version without fields is an object', () =>
    expect(v1alpha1?.schema?.openAPIV3Schema?.properties?.['spec']).toEqual({ type: 'object' }));

  test('as a construct has no namespace', () => {
    const chart = shop();
    new Backup.Definition(chart, 'definition');
    expect(Testing.synth(chart)).toEqual([Backup.definition]);
  });

  test('is made once in an app', () => {
    const chart = shop();
    new Backup.Definition(chart, 'a');
    expect(() => new Backup.Definition(chart, 'b')).toThrow(DuplicateObjectError);
  });
});

describe('an object', () => {
  test('is what its author wrote, without defaults', () => {
    const chart = shop();
    new Backup(chart, 'orders', { metadata: { labels: { team: 'shop' } }, spec: { schedule: '@daily' } });
    expect(Testing.synth(chart)).toEqual([
      {
        apiVersion: 'shop.example.com/v1',
        kind: 'Backup',
        metadata: { name: 'orders', namespace: 'shop', labels: { team: 'shop' } },
        spec: { schedule: '@daily' },
      },
    ]);
  });

  test('can be patched', () => {
    const chart = shop();
    new Backup(chart, 'orders', { spec: { schedule: '@daily' } }).addJsonPatch(JsonPatch.add('/spec/keep', 3));
    expect(Testing.synth(chart)).toEqual([expect.objectContaining({ spec: { schedule: '@daily', keep: 3 } })]);
  });

  test('of another version', () => {
    const chart = shop();
    new Backup.versions.v1beta1(chart, 'orders', { spec: { cron: '@daily' } });
    expect(Testing.synth(chart)).toEqual([expect.objectContaining({ apiVersion: 'shop.example.com/v1beta1' })]);
  });

  test('of the whole cluster has no namespace', () => {
    const Zone = customResource({
      group: 'shop.example.com',
      kind: 'Zone',
      scope: 'Cluster',
      versions: { v1: { spec: z.object({}) } },
    });
    const chart = shop();
    new Zone(chart, 'east', { spec: {} });
    expect(Testing.synth(chart)[0]).toEqual(expect.objectContaining({ metadata: { name: 'east' } }));
    expect(refusal((where) => new Zone(where, 'west', { metadata: { namespace: 'shop' }, spec: {} }))).toBe(
      'Zone "shop/west": metadata.namespace "shop" is of no use: Zone belongs to the whole cluster, so leave it out',
    );
  });

  test('is made once in an app', () => {
    const chart = new Chart(Testing.app(), 'shop');
    new Backup(chart, 'a', { metadata: { name: 'orders' }, spec: { schedule: '@daily' } });
    expect(() => new Backup(chart, 'b', { metadata: { name: 'orders' }, spec: { schedule: '@daily' } })).toThrow(
      DuplicateObjectError,
    );
  });

  const spec = { schedule: '@daily' };
  test.each<[string, unknown, string]>([
    ['a missing field', { spec: {} }, 'spec.schedule is missing: give a string'],
    ['no spec', {}, 'spec is missing: give an object'],
    ['a wrong type', { spec: { schedule: 1 } }, 'spec.schedule 1 is a number: give a string'],
    ['a list for an object', { spec: [] }, 'spec is a list: give an object'],
    ['a fraction', { spec: { ...spec, keep: 1.5 } }, 'spec.keep 1.5 is a number: give a whole number'],
    ['too little', { spec: { ...spec, keep: 0 } }, 'spec.keep 0 must be at least 1'],
    [
      'an unknown value',
      { spec: { ...spec, mode: 'ful' } },
      'spec.mode "ful" must be one of "full", "incremental": did you mean "full"',
    ],
    ['a typo', { spec: { ...spec, kep: 1 } }, 'spec.kep is not in the schema: did you mean "keep"'],
    [
      'an unknown field',
      { spec: { ...spec, zzz: 1 } },
      'spec.zzz is not in the schema, which has schedule, keep, mode, hosts, target',
    ],
    [
      'an unknown field in a list',
      { spec: { ...spec, hosts: [{ name: 'a', prt: 1 }] } },
      'spec.hosts[0].prt is not in the schema: did you mean "port"',
    ],
    [
      'two items with one key',
      { spec: { ...spec, hosts: [{ name: 'a' }, { name: 'a', port: 1 }] } },
      'spec.hosts[1] has the same name as item 0',
    ],
    [
      'fields of two members',
      { spec: { ...spec, target: { bucket: 'a', size: 1 } } },
      'spec.target.size does not go with the other fields',
    ],
    ['no member', { spec: { ...spec, target: {} } }, 'spec.target.bucket is missing: give a string'],
    ['a member of the wrong type', { spec: { ...spec, target: { claim: 1 } } }, 'spec.target.'],
    ['a status', { spec, status: {} }, 'status is written by the controller: leave it out'],
    ['a field beside the spec', { spec, data: {} }, 'data is not in the schema, which has metadata, spec, status'],
    ['an unsayable name', { metadata: { name: 'A_b' }, spec }, 'metadata.name "A_b" is not a DNS subdomain'],
    ['a name that is too long', { metadata: { name: 'a'.repeat(41) }, spec }, 'must have at most 40 characters'],
    [
      'a broken rule',
      { metadata: { name: 'daily' }, spec: { schedule: 'daily' } },
      'Backup "shop/x": the name must not be the schedule',
    ],
  ])('with %s is refused', (_name, props, problem) => {
    expect(refusal((chart) => new Backup(chart, 'x', unchecked(props)))).toContain(problem);
  });

  test('with a wrong status is refused for having one, and not for what is in it', () => {
    const props = { spec, status: { phase: 1 } };
    expect(refusal((chart) => new Backup(chart, 'x', unchecked(props)))).not.toContain('status.phase');
  });

  test('has all its problems in one error', () => {
    const props = { spec: { keep: 0, mode: 'x', foo: 1 } };
    expect(refusal((chart) => new Backup(chart, 'x', unchecked(props)))).toContain('has 4 problems');
  });
});

describe('manifest', () => {
  test('is the object without a chart', () => {
    expect(Backup.manifest({ metadata: { name: 'a', namespace: 'b' }, spec: { schedule: '@daily' } })).toEqual({
      ...{ apiVersion: 'shop.example.com/v1', kind: 'Backup' },
      ...{ metadata: { name: 'a', namespace: 'b' }, spec: { schedule: '@daily' } },
    });
  });

  test('says who is wrong', () => {
    const make = (): unknown => Backup.manifest(unchecked({ metadata: { name: 'a', namespace: 'b' }, spec: {} }));
    expect(refusal(make)).toBe('Backup "b/a": spec.schedule is missing: give a string');
  });
});

describe('parse', () => {
  const object = {
    apiVersion: 'shop.example.com/v1',
    kind: 'Backup',
    metadata: { name: 'a', uid: 'u' },
    spec: { schedule: '@daily' },
  };

  test('fills in defaults and keeps the metadata', () => {
    expect(Backup.parse(object)).toEqual({ ...object, spec: { schedule: '@daily', keep: 7, mode: 'full' } });
  });

  test('keeps what the status has besides', () => {
    expect(Backup.parse({ ...object, status: { phase: 'x', more: [1] } }).status).toEqual({ phase: 'x', more: [1] });
  });

  test('takes null for nothing, as the API server does', () => {
    expect(Backup.parse({ ...object, spec: { schedule: '@daily', keep: null, hosts: null } }).spec).toEqual({
      ...{ schedule: '@daily', keep: 7, mode: 'full' },
    });
  });

  test('leaves what it read as it was', () => {
    const frozen = Object.freeze({ ...object, spec: Object.freeze({ schedule: '@daily' }) });
    expect(Backup.parse(frozen).spec).not.toBe(frozen.spec);
  });

  test.each<[string, unknown, string]>([
    ['null', null, 'Backup: is no object: give a manifest of shop.example.com/v1, kind Backup'],
    ['another kind', { ...object, kind: 'Restore' }, 'kind "Restore" is not "Backup"'],
    ['another group', { ...object, apiVersion: 'v1' }, 'apiVersion "v1" is not "shop.example.com/v1"'],
    [
      'another version',
      { ...object, apiVersion: 'shop.example.com/v1beta1' },
      'is not "shop.example.com/v1": read it by Backup.versions.v1beta1.parse()',
    ],
    ['no name', { ...object, metadata: {} }, 'metadata.name is missing'],
    ['a name that is too long', { ...object, metadata: { name: 'a'.repeat(41) } }, 'must have at most 40 characters'],
    [
      'a key that JavaScript keeps for itself',
      { ...object, status: JSON.parse('{"more": {"__proto__": 1}, "__proto__": 2}') as unknown },
      'status.__proto__ is a name that JavaScript keeps for itself, and zod drops: use another',
    ],
    ['a wrong spec', { ...object, spec: { schedule: 3 } }, 'Backup "a": spec.schedule 3 is a number: give a string'],
    ['a wrong status', { ...object, status: { phase: 1 } }, 'status.phase 1 is a number'],
  ])('refuses %s', (_name, value, problem) => {
    expect(refusal(() => Backup.parse(value))).toContain(problem);
  });
});

describe('defining', () => {
  const define = (options: unknown) => () => customResource(unchecked(options));
  const names = { group: 'shop.example.com', kind: 'Todo' };
  const spec = z.object({ item: z.string() });

  test.each<[string, unknown, string]>([
    [
      'an unknown option',
      { ...names, shortName: 'x', versions: { v1: { spec } } },
      'shortName is not known: did you mean "shortNames"',
    ],
    [
      'an unknown option of a version',
      { ...names, versions: { v1: { spec, storge: true } } },
      'v1.storge is not known: did you mean "storage"',
    ],
    ['no stored version', { ...names, versions: { v1: { spec }, v2: { spec } } }, 'storage'],
    [
      'two stored versions',
      { ...names, versions: { v1: { spec, storage: true }, v2: { spec, storage: true } } },
      'storage',
    ],
    [
      'a column that shows nothing',
      { ...names, versions: { v1: { spec, printerColumns: [{ name: 'A', jsonPath: '.spec.a' }] } } },
      'v1.printerColumns[0].jsonPath',
    ],
    [
      'a scale that is no number',
      {
        ...names,
        versions: { v1: { spec, scale: { specReplicasPath: '.spec.item', statusReplicasPath: '.spec.item' } } },
      },
      'v1.scale.specReplicasPath',
    ],
    [
      'a field in matching() of a version',
      { ...names, versions: { v1: { spec, matching: { properties: { a: { type: 'string' } } } } } },
      'v1.matching.properties.a is a field of its own: put it into fields',
    ],
    [
      'a field that every object has',
      { ...names, versions: { v1: { spec, fields: { toString: z.string() } } } },
      'v1.toString has a name that every object of JavaScript has already',
    ],
    [
      'a selectable field that is not there',
      { ...names, versions: { v1: { spec, selectableFields: ['.spec.a'] } } },
      'v1.selectableFields[0]',
    ],
    [
      'a default that its own rule refuses',
      { ...names, versions: { v1: { spec: z.object({ a: z.int().min(3).default(1) }) } } },
      'v1.spec.a.default',
    ],
    [
      'bounds that exclude each other',
      { ...names, versions: { v1: { spec: z.object({ a: z.int().min(3).max(1) }) } } },
      'v1.spec.a',
    ],
    [
      'a key that may be missing',
      { ...names, versions: { v1: { spec: z.object({ a: listMap(z.object({ k: z.string().optional() }), ['k']) }) } } },
      'v1.spec.a[].k',
    ],
    ['a group without a dot', { group: 'shop', kind: 'Todo', versions: { v1: { spec } } }, 'group'],
    ['a kind in lower case', { group: 'a.b', kind: 'to-do!', versions: { v1: { spec } } }, 'kind'],
    ['a version that is none', { ...names, versions: { 'V 1': { spec } } }, 'V 1'],
    [
      'a rule of two lines',
      { ...names, versions: { v1: { spec: serverRule(spec, { rule: 'true', message: 'a\nb' }) } } },
      'message',
    ],
    [
      'a nullable spec at the root',
      { ...names, versions: { v1: { fields: { metadata: z.object({ labels: z.string() }) } } } },
      'metadata',
    ],
  ])('%s is refused', (_name, options, problem) => {
    expect(refusal(define(options))).toContain(problem);
  });
});

test('a rule with a check holds in the construct and the parser', () => {
  const Window = customResource({
    group: 'shop.example.com',
    kind: 'Window',
    versions: {
      v1: {
        spec: rule(z.object({ min: z.int(), max: z.int() }), {
          rule: 'self.min <= self.max',
          check: ({ min, max }) => min <= max,
          message: 'must not be greater than max',
          fieldPath: '.min',
        }),
      },
    },
  });
  expect(refusal((chart) => new Window(chart, 'a', { spec: { min: 2, max: 1 } }))).toBe(
    'Window "shop/a": spec.min 2 must not be greater than max',
  );
});

test('the construct and the parser look at what scale reads', () => {
  const scale = { specReplicasPath: '.spec.size', statusReplicasPath: '.status.size' } as const;
  const size = z.object({ size: z.int() });
  const Pool = customResource({
    group: 'shop.example.com',
    kind: 'Pool',
    versions: { v1: { spec: size, status: size, scale } },
  });
  const { apiVersion, kind } = Pool;
  const pool = { apiVersion, kind, metadata: { name: 'a' }, spec: { size: 1 }, status: { size: -1 } };
  expect(refusal((chart) => new Pool(chart, 'a', { spec: { size: -1 } }))).toContain(
    'spec.size is -1, and scale reads',
  );
  expect(refusal(() => Pool.parse(pool))).toContain('status.size is -1, and scale reads');
  expect(() => Pool.manifest({ metadata: { name: 'a' }, spec: { size: 0 } })).not.toThrow();
});
