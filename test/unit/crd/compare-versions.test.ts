import { compareDefinitions } from '../../../src/crd/compare-versions';
import type { ChangeCode } from '../../../src/crd/version-change';
import type { CustomResourceDefinition, JSONSchemaProps } from '../../../src/manifest/kubernetes';

type Spec = CustomResourceDefinition['spec'];
type Version = Spec['versions'][number];

/** A definition of widgets; what is given goes over it. */
function widgets(spec: Partial<Spec> = {}, storedVersions?: readonly string[]): CustomResourceDefinition {
  const names = { kind: 'Widget', plural: 'widgets' };
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'widgets.example.com' },
    spec: { group: 'example.com', scope: 'Namespaced', names, versions: [version('v1')], ...spec },
    ...(storedVersions ? { status: { storedVersions } } : {}),
  };
}

function version(name: string, more: Partial<Version> = {}): Version {
  return { name, served: true, storage: true, schema: { openAPIV3Schema: { type: 'object' } }, ...more };
}

function named(names: Partial<Spec['names']>): CustomResourceDefinition {
  return widgets({ names: { kind: 'Widget', plural: 'widgets', ...names } });
}

function v1(more: Partial<Version>): CustomResourceDefinition {
  return widgets({ versions: [version('v1', more)] });
}

/** With this schema of `spec` in v1. */
function spec(schema: JSONSchemaProps): CustomResourceDefinition {
  return v1({ schema: { openAPIV3Schema: { type: 'object', properties: { spec: { type: 'object', ...schema } } } } });
}

/** With a field `a` in `spec`. */
function a(schema: JSONSchemaProps): CustomResourceDefinition {
  return spec({ properties: { a: schema } });
}

const string: JSONSchemaProps = { type: 'string' };
const integer: JSONSchemaProps = { type: 'integer' };
const list: JSONSchemaProps = { type: 'array', items: { type: 'object', properties: { k: string, l: string } } };
const map: JSONSchemaProps = { type: 'object', additionalProperties: string };
const open: JSONSchemaProps = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true };
const embedded: JSONSchemaProps = { ...open, 'x-kubernetes-embedded-resource': true };
const webhook = { strategy: 'Webhook' } as const;
const scale = { specReplicasPath: '.spec.replicas', statusReplicasPath: '.status.replicas' };
const column = { name: 'Size', type: 'string', jsonPath: '.spec.size' } as const;

function listMap(...keys: readonly string[]): JSONSchemaProps {
  return { ...list, 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': keys };
}

function ruled(rule: string, message?: string): JSONSchemaProps {
  return { ...string, 'x-kubernetes-validations': [{ rule, message }] };
}

const older = version('v1beta1', { storage: false });

const described = Array<ChangeCode>(3).fill('field-described');
const undescribed = Array<ChangeCode>(3).fill('field-undescribed');

type Row = readonly [
  before: CustomResourceDefinition,
  after: CustomResourceDefinition,
  path: string,
  breaks: '' | 'stored' | 'clients' | 'stored clients',
  /** What else such a change is. */
  ...also: readonly ChangeCode[],
];

/** Two definitions that differ in nothing but this, for every code. */
const ROWS: Readonly<Record<ChangeCode, Row>> = {
  'group-changed': [widgets(), widgets({ group: 'example.org' }), 'spec.group', 'stored clients'],
  'plural-changed': [widgets(), named({ plural: 'wigs' }), 'spec.names.plural', 'stored clients'],
  'kind-changed': [widgets(), named({ kind: 'Wig' }), 'spec.names.kind', 'stored clients'],
  'scope-changed': [widgets(), widgets({ scope: 'Cluster' }), 'spec.scope', 'stored clients'],
  'list-kind-changed': [widgets(), named({ listKind: 'Widgets' }), 'spec.names.listKind', 'clients'],
  'singular-changed': [named({ singular: 'wig' }), widgets(), 'spec.names.singular', 'clients'],
  'short-name-removed': [
    named({ shortNames: ['w', 'wg'] }),
    named({ shortNames: ['w'] }),
    'spec.names.shortNames',
    'clients',
  ],
  'short-name-added': [widgets(), named({ shortNames: ['w'] }), 'spec.names.shortNames', ''],
  'category-removed': [named({ categories: ['all'] }), widgets(), 'spec.names.categories', 'clients'],
  'category-added': [widgets(), named({ categories: ['all'] }), 'spec.names.categories', ''],
  'conversion-removed': [
    widgets({ versions: [older, version('v1')], conversion: webhook }),
    widgets({ versions: [older, version('v1')], conversion: { strategy: 'None' } }),
    'spec.conversion.strategy',
    'stored clients',
  ],
  'conversion-added': [widgets(), widgets({ conversion: webhook }), 'spec.conversion.strategy', ''],
  'lost-in-conversion': [
    a(string),
    widgets({ versions: [...a(string).spec.versions.map((each) => ({ ...each, storage: false })), version('v2')] }),
    'v1.spec',
    'stored clients',
    'storage-version-changed',
    'version-added',
  ],

  'stored-version-removed': [widgets({ versions: [version('v1')] }), widgets({ versions: [] }), 'v1', 'stored clients'],
  'served-version-removed': [widgets({ versions: [older, version('v1')] }), widgets(), 'v1beta1', 'clients'],
  'unused-version-removed': [
    widgets({ versions: [{ ...older, served: false }, version('v1')] }),
    widgets(),
    'v1beta1',
    '',
  ],
  'version-added': [widgets(), widgets({ versions: [version('v1'), older] }), 'v1beta1', ''],
  'version-not-served': [widgets(), v1({ served: false }), 'v1', 'clients'],
  'version-served': [v1({ served: false }), widgets(), 'v1', ''],
  'version-deprecated': [widgets(), v1({ deprecated: true }), 'v1', ''],
  'version-undeprecated': [v1({ deprecated: true, deprecationWarning: 'Use v2' }), widgets(), 'v1', ''],
  'storage-version-changed': [
    widgets({ versions: [older, version('v1')] }),
    widgets({ versions: [version('v1beta1'), version('v1', { storage: false })] }),
    'v1beta1',
    '',
  ],
  'status-removed': [v1({ subresources: { status: {} } }), widgets(), 'v1', 'clients'],
  'status-added': [widgets(), v1({ subresources: { status: {} } }), 'v1', 'clients'],
  'scale-removed': [v1({ subresources: { scale } }), widgets(), 'v1', 'clients'],
  'scale-changed': [
    v1({ subresources: { scale } }),
    v1({ subresources: { scale: { ...scale, specReplicasPath: '.spec.size' } } }),
    'v1',
    'stored clients',
  ],
  'scale-added': [widgets(), v1({ subresources: { scale } }), 'v1', ''],
  'selectable-field-removed': [v1({ selectableFields: [{ jsonPath: '.spec.a' }] }), widgets(), 'v1.spec.a', 'clients'],
  'selectable-field-added': [widgets(), v1({ selectableFields: [{ jsonPath: '.spec.a' }] }), 'v1.spec.a', ''],
  'column-removed': [v1({ additionalPrinterColumns: [column] }), widgets(), 'v1', ''],
  'column-changed': [
    v1({ additionalPrinterColumns: [column] }),
    v1({ additionalPrinterColumns: [{ ...column, priority: 1 }] }),
    'v1',
    '',
  ],
  'column-added': [widgets(), v1({ additionalPrinterColumns: [column] }), 'v1', ''],

  'field-removed': [spec({ properties: { a: string, b: string } }), a(string), 'v1.spec.b', 'stored clients'],
  'field-undescribed': [spec({ ...open, properties: { a: string } }), spec(open), 'v1.spec.a', ''],
  'field-described': [spec(open), spec({ ...open, properties: { a: string } }), 'v1.spec.a', 'stored clients'],
  'field-added': [a(string), spec({ properties: { a: string, 'b-c': string } }), 'v1.spec["b-c"]', ''],
  'type-changed': [a(string), a(integer), 'v1.spec.a', 'stored clients'],
  'type-relaxed': [a(integer), a({ type: 'number' }), 'v1.spec.a', ''],
  'required-added': [a(string), spec({ properties: { a: string }, required: ['a'] }), 'v1.spec.a', 'stored clients'],
  'required-removed': [spec({ properties: { a: string }, required: ['a'] }), a(string), 'v1.spec.a', ''],
  'default-added': [a(string), a({ ...string, default: 'x' }), 'v1.spec.a', 'stored'],
  'default-changed': [a({ ...string, default: 'x' }), a({ ...string, default: 'y' }), 'v1.spec.a', 'stored clients'],
  'default-removed': [a({ ...string, default: 'x' }), a(string), 'v1.spec.a', 'stored clients'],
  'nullable-removed': [a({ ...string, nullable: true }), a(string), 'v1.spec.a', 'stored clients'],
  'nullable-added': [a(string), a({ ...string, nullable: true }), 'v1.spec.a', ''],
  'null-counted': [
    spec({ properties: { a: string }, maxProperties: 1 }),
    spec({ properties: { a: { ...string, nullable: true } }, maxProperties: 1 }),
    'v1.spec.a',
    'clients',
  ],
  'enum-added': [a(string), a({ ...string, enum: ['x'] }), 'v1.spec.a', 'stored clients'],
  'enum-value-removed': [
    a({ ...string, enum: ['x', 'y'] }),
    a({ ...string, enum: ['x'] }),
    'v1.spec.a',
    'stored clients',
  ],
  'enum-value-added': [a({ ...string, enum: ['x'] }), a({ ...string, enum: ['y', 'x'] }), 'v1.spec.a', ''],
  'enum-removed': [a({ ...string, enum: ['x'] }), a(string), 'v1.spec.a', ''],
  'bound-tightened': [a({ ...integer, maximum: 5 }), a({ ...integer, maximum: 4 }), 'v1.spec.a', 'stored clients'],
  'bound-relaxed': [a({ ...integer, maximum: 5 }), a(integer), 'v1.spec.a', ''],
  'pattern-added': [a(string), a({ ...string, pattern: '^x' }), 'v1.spec.a', 'stored clients'],
  'pattern-changed': [a({ ...string, pattern: '^x' }), a({ ...string, pattern: '^y' }), 'v1.spec.a', 'stored clients'],
  'pattern-removed': [a({ ...string, pattern: '^x' }), a(string), 'v1.spec.a', ''],
  'format-added': [a(string), a({ ...string, format: 'ipv4' }), 'v1.spec.a', 'stored clients'],
  'format-changed': [a({ ...string, format: 'ipv4' }), a({ ...string, format: 'ipv6' }), 'v1.spec.a', 'stored clients'],
  'format-removed': [a({ ...string, format: 'ipv4' }), a(string), 'v1.spec.a', ''],
  'map-removed': [a(map), a({ type: 'object' }), 'v1.spec.a', 'stored clients'],
  'map-added': [a({ type: 'object' }), a(map), 'v1.spec.a', ''],
  'unknown-fields-dropped': [a(open), a({ type: 'object' }), 'v1.spec.a', 'stored clients'],
  'unknown-fields-kept': [a({ type: 'object' }), a(open), 'v1.spec.a', ''],
  'list-type-changed': [a(list), a(listMap('k')), 'v1.spec.a', 'stored clients'],
  'list-keys-changed': [a(listMap('k')), a(listMap('l')), 'v1.spec.a', 'stored clients'],
  'map-type-changed': [a(map), a({ ...map, 'x-kubernetes-map-type': 'atomic' }), 'v1.spec.a', 'clients'],
  'embedded-resource-added': [a(open), a(embedded), 'v1.spec.a', 'stored clients', ...described],
  'embedded-resource-removed': [a(embedded), a(open), 'v1.spec.a', '', ...undescribed],
  'combination-added': [a(string), a({ ...string, not: { enum: ['x'] } }), 'v1.spec.a', 'stored clients'],
  'combination-changed': [
    a({ ...string, oneOf: [{ pattern: 'x' }] }),
    a({ ...string, oneOf: [{ pattern: 'x' }, { pattern: 'y' }] }),
    'v1.spec.a',
    'stored clients',
  ],
  'combination-removed': [a({ ...string, not: { enum: ['x'] } }), a(string), 'v1.spec.a', ''],
  'rule-added': [a(string), a(ruled('self != "x"')), 'v1.spec.a', 'stored clients'],
  'rule-changed': [a(ruled('self != "x"', 'no')), a(ruled('self != "y"', 'no')), 'v1.spec.a', 'stored clients'],
  'transition-rule-added': [a(string), a(ruled('self == oldSelf')), 'v1.spec.a', 'clients'],
  'rule-removed': [a(ruled('self != "x"')), a(string), 'v1.spec.a', ''],
};

describe('compareDefinitions()', () => {
  test.each(Object.entries(ROWS))('finds %s', (code, [before, after, path, breaks, ...also]) => {
    const changes = compareDefinitions(before, after);
    const found = changes.filter((each) => each.code === code);
    expect(found.map((each) => [each.path, each.breaks.join(' '), each.breaking])).toEqual([
      [path, breaks, breaks !== ''],
    ]);
    expect(changes.map((each) => each.code).sort()).toEqual([code, ...also].sort());
  });

  test.each(Object.entries(ROWS))('says %s in one line that continues the path', (_code, [before, after]) => {
    for (const { message } of compareDefinitions(before, after)) {
      expect(message).toMatch(/^[a-z][^\n]+[^.\n]$/);
      expect(message).not.toMatch(/undefined|\[object|NaN/);
    }
  });

  test.each<[sentence: string, before: JSONSchemaProps, after: JSONSchemaProps, codes: readonly string[]]>([
    ['that a rule may be asked of a new object, or not said so', ruled('self'), { ...ruled('self') }, []],
    ['that a text of the rule is called oldSelf', { type: 'string' }, ruled('self != "oldSelf"'), ['rule-added']],
    [
      'a multiple of which each is one',
      { type: 'number', multipleOf: 0.3 },
      { type: 'number', multipleOf: 0.1 },
      ['bound-relaxed'],
    ],
  ])('takes for the same %s', (_sentence, before, after, codes) => {
    const [rule] = before['x-kubernetes-validations'] ?? [];
    const was = rule ? { ...before, 'x-kubernetes-validations': [{ ...rule, optionalOldSelf: false }] } : before;
    expect(compareDefinitions(a(was), a(after)).map(({ code }) => code)).toEqual(codes);
  });

  test('takes names that the server would fill in for the same', () => {
    expect(compareDefinitions(widgets(), named({ listKind: 'WidgetList', singular: 'widget' }))).toEqual([]);
  });

  test('asks status.storedVersions, if there is one, in which versions objects are stored', () => {
    const two = [older, version('v1')];
    const codes = (before: CustomResourceDefinition, after: CustomResourceDefinition) =>
      compareDefinitions(before, after).map(({ code }) => code);
    expect(codes(widgets({ versions: two }, ['v1beta1', 'v1']), widgets())).toEqual(['stored-version-removed']);
    expect(codes(widgets({ versions: two }, ['v1beta1', 'v1']), widgets({}, ['v1']))).toEqual([
      'served-version-removed',
    ]);
    expect(codes(widgets({ versions: two }, []), widgets({}, []))).toEqual(['served-version-removed']);
  });

  test('needs no conversion for a single version', () => {
    expect(compareDefinitions(widgets({ conversion: webhook }), widgets())).toEqual([]);
  });

  test('compares versions by name and sorts by version and path, wherever they are in the file', () => {
    const fields = (...names: string[]) => ({
      schema: {
        openAPIV3Schema: { type: 'object', properties: Object.fromEntries(names.map((name) => [name, string])) },
      },
    });
    const v1beta1 = { ...older, ...fields('c', 'b') };
    const before = widgets({ versions: [v1beta1, version('v1', fields('z', 'a'))] });
    const after = widgets({ versions: [version('v1'), older], scope: 'Cluster' });
    const paths = compareDefinitions(before, after).map(({ path }) => path);
    expect(paths).toEqual(['spec.scope', 'v1.a', 'v1.z', 'v1beta1.b', 'v1beta1.c']);
  });
});
