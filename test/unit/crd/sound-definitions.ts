import type { CustomResourceDefinition, JSONSchemaProps } from '../../../src/manifest/kubernetes';
import { field, object, text, twoVersions, whole, widget } from './definitions';

const root = (more: JSONSchemaProps, version?: object) =>
  widget({ schema: { ...object({ spec: object({ b: text }), status: object({}) }), ...more }, version });
const rule = (more: object, a: JSONSchemaProps) =>
  field({ ...a, 'x-kubernetes-validations': [{ rule: 'true', ...more }] });
const embedded: JSONSchemaProps = { type: 'object', 'x-kubernetes-embedded-resource': true };
const keeps: JSONSchemaProps = { 'x-kubernetes-preserve-unknown-fields': true };
const webhook = (clientConfig: object) =>
  widget({
    spec: { conversion: { strategy: 'Webhook', webhook: { clientConfig, conversionReviewVersions: ['v1', 'v2'] } } },
  });
const column = (type: string, jsonPath: string, format?: string) =>
  widget({
    schema: object({
      spec: object({
        ports: { type: 'array', items: object({ name: text, port: whole }) },
        labels: { type: 'object', additionalProperties: text },
        any: keeps,
        pod: { ...embedded, ...keeps },
        port: { 'x-kubernetes-int-or-string': true },
      }),
    }),
    version: { additionalPrinterColumns: [{ name: 'Column', type, jsonPath, format }] },
  });
const byColor = { selectableFields: [{ jsonPath: '.spec.color' }] };
const colored = (more: JSONSchemaProps): JSONSchemaProps =>
  object({ spec: object({ color: text, ...more.properties }) });
const listMap = (items: JSONSchemaProps): JSONSchemaProps => ({
  ...{ type: 'array', items, 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': ['name'] },
});
const list = (items: JSONSchemaProps): JSONSchemaProps => ({ type: 'array', items });

// What the types rule out, a YAML file may have.
const foreign = { ...whole, namespace: 'foreign' } as JSONSchemaProps;

/** Definitions that look as if something were wrong with them, and nothing is. */
export const SOUND_DEFINITIONS: readonly (readonly [what: string, definition: CustomResourceDefinition])[] = [
  ['the plain one', widget()],
  [
    'a group of Kubernetes that is reviewed',
    widget({
      metadata: { name: 'widgets.x.k8s.io', annotations: { 'api-approved.kubernetes.io': 'https://a.example.com/1' } },
      spec: { group: 'x.k8s.io' },
    }),
  ],
  [
    'a group of Kubernetes that is not',
    widget({
      metadata: { name: 'widgets.k8s.io', annotations: { 'api-approved.kubernetes.io': 'unapproved, a test' } },
      spec: { group: 'k8s.io' },
    }),
  ],
  [
    'a group that only ends like one of Kubernetes',
    widget({ metadata: { name: 'widgets.my-k8s.io' }, spec: { group: 'my-k8s.io' } }),
  ],
  ['a kind with a dash', widget({ names: { kind: 'Red-widget' } })],
  [
    'a plural that is its singular',
    widget({ metadata: { name: 'widget.probe.example.com' }, names: { plural: 'widget', shortNames: ['widget'] } }),
  ],
  [
    'a deprecated version',
    widget({ version: { deprecated: true, deprecationWarning: 'Verwenden Sie künftig v2 😀' } }),
  ],
  ['a conversion of nothing', widget({ spec: { conversion: { strategy: 'None' }, preserveUnknownFields: false } })],
  ['a webhook by URL', webhook({ url: 'HTTPS://[::1]:8443/a%20b?' })],
  ['a webhook by Service', webhook({ service: { name: 'a', namespace: 'b', path: '/a.b/c/', port: 65535 } })],
  [
    'two versions, each with its schema and its selectable fields',
    widget({ spec: twoVersions(byColor, {}, [colored({}), colored({ properties: { size: text } })]) }),
  ],
  [
    'two versions that are alike',
    widget({ spec: twoVersions(byColor, byColor, [colored({}), { ...colored({}), required: [], nullable: false }]) }),
  ],
  [
    'eight selectable fields of a map',
    widget({
      schema: object({ spec: { type: 'object', additionalProperties: whole } }),
      version: {
        selectableFields: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((key) => ({ jsonPath: `.spec.${key}` })),
      },
    }),
  ],

  ['a column of the first item that fits', column('integer', '.spec.ports[?(@.name=="http")].port')],
  ['a column of all items', column('string', '.spec.ports[*].name')],
  ['a column of a union', column('string', '.spec.ports[0,1].name')],
  ['a column of anything below', column('string', '.spec..port')],
  ['a column of a key with dots in it', column('string', String.raw`.spec.labels.example\.com/a`)],
  ['a column of a key in brackets', column('string', ".spec.labels['app']")],
  ['a column of what nobody described', column('integer', '.spec.any.thing[0]')],
  ['a column of the metadata of an embedded resource', column('string', '.spec.pod.metadata.labels.app')],
  ['a column of the age', column('date', '.metadata.creationTimestamp', 'date-time')],
  ['a column of an owner', column('string', '.metadata.ownerReferences[0].name')],
  ['a string column of an integer or string', column('string', '.spec.port')],
  ['a string column of an object', column('string', '.spec.labels')],

  [
    'a root of which nothing is known',
    widget({ schema: { type: 'object', ...keeps }, version: { subresources: { status: {} } } }),
  ],
  [
    'a name that is narrowed',
    root({ properties: { metadata: object({ name: { ...text, maxLength: 20 } }), kind: text, apiVersion: text } }),
  ],
  [
    'rules at the root beside a status',
    root(
      { required: ['spec'], 'x-kubernetes-validations': [{ rule: 'has(self.spec)' }] },
      { subresources: { status: {} } },
    ),
  ],
  [
    'anyOf at the root without a subresource',
    root({ anyOf: [{ required: ['spec'] }, { properties: { spec: { required: ['b'] } } }] }),
  ],
  [
    'properties that are called like methods',
    field(object({ constructor: text, toString: text }, { required: ['constructor'] })),
  ],
  [
    'additionalProperties: true beside properties',
    field(object({ b: text }, { additionalProperties: true, required: ['c'] })),
  ],
  ['an object that is always empty', field({ type: 'object', additionalProperties: false })],
  [
    'empty fields that are not supported',
    field({ ...text, id: '', $schema: '', definitions: {}, patternProperties: {} }),
  ],
  [
    'an integer or string, by anyOf',
    field({
      'x-kubernetes-int-or-string': true,
      anyOf: [{ type: 'integer' }, { type: 'string' }],
      minimum: 1,
      pattern: '^\\d+%$',
    }),
  ],
  [
    'an integer or string, by allOf',
    field({
      'x-kubernetes-int-or-string': true,
      allOf: [{ anyOf: [{ type: 'integer' }, { type: 'string' }] }, { maxLength: 5 }],
      default: '5%',
    }),
  ],
  [
    'the form of an integer or string on a string',
    field({ ...text, anyOf: [{ type: 'integer' }, { type: 'string' }] }),
  ],
  [
    'an embedded resource of which all is kept',
    field({ ...embedded, ...keeps, default: { apiVersion: 'v1', kind: 'Pod', spec: { a: [1] } } }),
  ],
  [
    'an embedded resource with properties',
    field({ ...embedded, properties: { spec: object({ b: text }) }, required: ['metadata', 'kind'] }),
  ],
  [
    'defaults in the metadata of an embedded resource',
    field({
      ...embedded,
      ...keeps,
      properties: {
        kind: { ...text, default: 'Pod' },
        metadata: object({ labels: { type: 'object', additionalProperties: text, default: { app: 'a' } } }),
      },
    }),
  ],
  [
    'clauses on properties that are declared',
    field(
      object(
        { b: text, c: listMap(object({ name: text }, { required: ['name'] })) },
        {
          oneOf: [{ required: ['b'] }, { required: ['c'] }],
          not: { properties: { c: { items: { properties: { name: { enum: ['x'] } } } } } },
        },
      ),
    ),
  ],
  [
    'a clause on a key of a map',
    field({
      type: 'object',
      additionalProperties: text,
      anyOf: [{ required: ['b'] }, { properties: { c: { minLength: 1 } } }],
    }),
  ],
  [
    'a clause on what nobody described',
    field({ type: 'object', ...keeps, anyOf: [{ required: ['b'] }, { properties: { c: { minimum: 1 } } }] }),
  ],
  [
    'an item of a list that keeps what nobody described',
    field({ ...list({ type: 'object', required: ['b'] }), ...keeps }),
  ],
  [
    'a pattern of Go',
    field({ ...text, pattern: String.raw`^(?i:[[:alpha:]])\pL{1,1000}(?P<name>\x{1F600}|\Q(\E)*\z` }),
  ],
  ['the least and the most in one', field({ ...whole, minimum: 3, maximum: 3 })],
  ['null beside an enum in anyOf', field({ ...text, nullable: true, anyOf: [{ enum: ['a'] }] })],
  ['a format with another spelling', field({ ...text, format: 'datetime' })],
  ['a format of integers', field({ ...whole, format: 'int32' })],

  ['a set of lists', field({ ...list(list(text)), 'x-kubernetes-list-type': 'set' })],
  [
    'a set of objects that are atomic',
    field({ ...list(object({ b: text }, { 'x-kubernetes-map-type': 'atomic' })), 'x-kubernetes-list-type': 'set' }),
  ],
  ['a list by a key that has a default', field(listMap(object({ name: { ...text, default: 'http' } })))],
  ['a default with what is filled in below it', field(object({ b: { ...text, default: 'x' } }, { default: {} }))],
  [
    'what is no word of a schema in a clause of items',
    field({ type: 'array', items: { 'x-kubernetes-int-or-string': true, anyOf: [foreign, text] } }),
  ],
  ['null for a default', field({ ...whole, default: null })],
  ['a default of what nobody described', field({ ...keeps, default: [{ a: 1 }] })],

  ['a message over a rule of two lines', rule({ rule: 'true &&\ntrue', message: 'No.\n' }, text)],
  [
    'a field path into a map',
    rule(
      { fieldPath: ".labels['a.b']", reason: 'FieldValueRequired' },
      object({ labels: { type: 'object', additionalProperties: text } }),
    ),
  ],
  [
    'oldSelf in a list by key',
    field(
      listMap(
        object({ name: text }, { required: ['name'], 'x-kubernetes-validations': [{ rule: 'self == oldSelf' }] }),
      ),
    ),
  ],
  [
    'oldSelf in a string in a list',
    field(list({ ...text, 'x-kubernetes-validations': [{ rule: `self != 'oldSelf' // oldSelf` }] })),
  ],
  ['optionalOldSelf with oldSelf', rule({ rule: 'oldSelf.hasValue() || self != ""', optionalOldSelf: true }, text)],
  ['rules for an object of which nothing is known', rule({}, { type: 'object', ...keeps })],
];
