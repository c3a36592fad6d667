import type { JSONSchemaProps } from '../../../src/manifest/kubernetes';
import { A, type Case, field, object, text, whole, widget } from './definitions';

const column = (type: string, jsonPath: string) =>
  widget({
    schema: object({
      spec: object({
        replicas: whole,
        ports: { type: 'array', items: object({ name: text }) },
        labels: { type: 'object', additionalProperties: text },
        day: { ...text, format: 'date' },
        any: { 'x-kubernetes-preserve-unknown-fields': true },
        port: { 'x-kubernetes-int-or-string': true },
      }),
    }),
    version: { additionalPrinterColumns: [{ name: 'Column', type, jsonPath }] },
  });
const COLUMN = 'spec.versions[0].additionalPrinterColumns[0].jsonPath';
const scale = (given: object) =>
  widget({
    version: {
      subresources: { scale: { specReplicasPath: '.spec.replicas', statusReplicasPath: '.status.replicas', ...given } },
    },
  });
const SCALE = 'spec.versions[0].subresources.scale';
const clauses = (more: JSONSchemaProps) =>
  field(object({ b: text, list: { type: 'array', items: object({ c: text }) } }, more));
const garbage = Buffer.from('no certificate').toString('base64');
const service = { name: 'converter', namespace: 'shop' };

/** What the API server takes in silence, though it cannot work. */
export const DOUBTFUL_DEFINITIONS: readonly Case[] = [
  [
    'no version that is served',
    widget({ version: { served: false } }),
    'spec.versions',
    'has no version that is served, so nobody can use it: write served: true in one',
  ],
  [
    'a status that is not in the schema',
    widget({ schema: object({ spec: object({}) }), version: { subresources: { status: {} } } }),
    'spec.versions[0].subresources.status',
    'is not in the schema, so nothing of it is stored: declare it in properties, or leave it out',
  ],
  [
    'a CA bundle without a certificate',
    widget({
      spec: {
        conversion: {
          strategy: 'Webhook',
          webhook: { clientConfig: { service, caBundle: garbage }, conversionReviewVersions: ['v1'] },
        },
      },
    }),
    'spec.conversion.webhook.clientConfig.caBundle',
    'holds no certificate, so the webhook cannot be called: encode a PEM file, which begins with "-----BEGIN CERTIFICATE-----"',
  ],

  [
    'a column with a typo',
    column('integer', '.spec.replica'),
    COLUMN,
    '".spec.replica" finds nothing: "replica" is not in the schema, did you mean "replicas"',
  ],
  [
    'a column of nothing',
    column('string', '.spec.nothing.at.all'),
    COLUMN,
    '".spec.nothing.at.all" finds nothing: "nothing" is not in the schema, declare it',
  ],
  [
    'a column of a field of a list',
    column('string', '.spec.ports.name'),
    COLUMN,
    '".spec.ports.name" finds nothing: "name" is asked of a list, write [0] or [*] before it',
  ],
  [
    'a column of an item of a map',
    column('string', '.spec.labels[0]'),
    COLUMN,
    '".spec.labels[0]" finds nothing: "[...]" is asked of what is no list',
  ],
  [
    'a column of the whole resource',
    column('string', '.'),
    COLUMN,
    '"." finds nothing: it has a "." with no name after it, write one',
  ],
  [
    'a column that does not parse',
    column('string', '.spec.ports[?(@.name=="a"].name'),
    COLUMN,
    '".spec.ports[?(@.name==\\"a\\"].name" has a "[?(" that is not closed: write ")]"; the API server shows none of the columns',
  ],
  [
    'a column with a bad index',
    column('string', '.spec.ports[first].name'),
    COLUMN,
    '".spec.ports[first].name" has "[first]", which is no index: write a number, *, or a name in single quotes; the API server shows none of the columns',
  ],
  [
    'a column with a key with dots in it',
    column('string', ".spec.labels['example.com/a']"),
    COLUMN,
    '".spec.labels[\'example.com/a\']" finds nothing: "com/a" is asked of a value of type string, end before it, or write a dot in a name as "\\."',
  ],
  [
    'an integer column of a string',
    column('integer', '.spec.ports[0].name'),
    COLUMN,
    '".spec.ports[0].name" is of type string, which a column of type integer leaves empty: use type string',
  ],
  [
    'an integer column of a string or integer',
    column('integer', '.spec.port'),
    COLUMN,
    '".spec.port" is of type integer or string, which a column of type integer leaves empty: use type string',
  ],
  [
    'a date column of a day',
    column('date', '.spec.day'),
    COLUMN,
    '".spec.day" has format date, which a date column shows as <invalid>: use type string',
  ],
  [
    'a typo in metadata',
    column('date', '.metadata.creationTimestmap'),
    COLUMN,
    '".metadata.creationTimestmap" finds nothing: "creationTimestmap" is not in the schema, did you mean "creationTimestamp"',
  ],

  [
    'a scale path with a typo',
    scale({ specReplicasPath: '.spec.replica' }),
    `${SCALE}.specReplicasPath`,
    '".spec.replica" finds nothing: "replica" is not in the schema, did you mean "replicas"',
  ],
  [
    'a scale path of a string',
    scale({ specReplicasPath: '.spec.color' }),
    `${SCALE}.specReplicasPath`,
    '".spec.color" is of type string, and scale needs an integer: name another field',
  ],
  [
    'a scale path with an index',
    scale({ statusReplicasPath: '.status.replicas[0]' }),
    `${SCALE}.statusReplicasPath`,
    '".status.replicas[0]" finds nothing: "replicas[0]" is not in the schema, did you mean "replicas"',
  ],
  [
    'a selector path of an integer',
    scale({ labelSelectorPath: '.status.replicas' }),
    `${SCALE}.labelSelectorPath`,
    '".status.replicas" is of type integer, and scale needs a string: name another field',
  ],

  [
    'a required field with a typo',
    field(object({ replicas: whole }, { required: ['replica'] })),
    `${A}.required[0]`,
    '"replica" is not in properties, so it is dropped and then missed: did you mean "replicas"',
  ],
  [
    'a required field of an object without fields',
    field({ type: 'object', required: ['b'] }),
    `${A}.required[0]`,
    '"b" is not in properties, so it is dropped and then missed: declare it',
  ],
  [
    'a required field that is called like a method',
    field(object({}, { required: ['toString'] })),
    `${A}.required[0]`,
    '"toString" is not in properties, so it is dropped and then missed: declare it',
  ],
  [
    'a required field in anyOf that is nowhere else',
    clauses({ anyOf: [{ required: ['b'] }, { required: ['x'] }] }),
    `${A}.anyOf[1].required[0]`,
    '"x" is not in properties, so it is dropped and then missed: declare it',
  ],
  [
    'a property that is only in oneOf',
    clauses({ oneOf: [{ properties: { x: { minLength: 1 } } }] }),
    `${A}.oneOf[0].properties.x`,
    'is declared only inside of oneOf, so the API server drops it: declare it outside too',
  ],
  [
    'a property of items that is only in allOf',
    clauses({ allOf: [{ properties: { list: { items: { properties: { x: { minLength: 1 } } } } } }] }),
    `${A}.allOf[0].properties.list.items.properties.x`,
    'is declared only inside of allOf, so the API server drops it: declare it outside too',
  ],
  [
    'a minimum over its maximum',
    field({ ...whole, minimum: 5, maximum: 3 }),
    `${A}.minimum`,
    'is 5 and maximum is 3, between which there is nothing: swap them',
  ],
  [
    'a range that is open at both ends of one number',
    field({ ...whole, minimum: 3, maximum: 3, exclusiveMaximum: true }),
    `${A}.minimum`,
    'is 3 and maximum is 3, between which there is nothing: widen them',
  ],
  [
    'a length over its maximum',
    field({ ...text, minLength: 5, maxLength: 3 }),
    `${A}.minLength`,
    'is 5 and maxLength is 3, between which there is nothing: swap them',
  ],
  [
    'more items than fit',
    field({ type: 'array', items: text, minItems: 2, maxItems: 1 }),
    `${A}.minItems`,
    'is 2 and maxItems is 1, between which there is nothing: swap them',
  ],
  [
    'more fields than fit',
    field({ type: 'object', additionalProperties: text, minProperties: 2, maxProperties: 1 }),
    `${A}.minProperties`,
    'is 2 and maxProperties is 1, between which there is nothing: swap them',
  ],
  [
    'a negative length',
    field({ ...text, maxLength: -1 }),
    `${A}.maxLength`,
    'is -1, and nothing is so small: write 0 or more',
  ],
  [
    'a multiple of 0',
    field({ ...whole, multipleOf: 0 }),
    `${A}.multipleOf`,
    'is 0, of which nothing is a multiple: write more than 0',
  ],
  [
    'an exclusive minimum without a minimum',
    field({ ...whole, exclusiveMinimum: true }),
    `${A}.exclusiveMinimum`,
    'does nothing without minimum: write that too',
  ],
  [
    'a value twice in enum',
    field({ ...text, enum: ['a', 'b', 'a'] }),
    `${A}.enum[2]`,
    '"a" is there twice: leave it out',
  ],
  [
    'a number in an enum of strings',
    field({ ...text, enum: ['1', 2] }),
    `${A}.enum[1]`,
    '2 is no string, so it is never taken: write "2" in quotes',
  ],
  [
    'a string in an enum of integers',
    field({ ...whole, enum: ['1'] }),
    `${A}.enum[0]`,
    '"1" is no integer, so it is never taken: write it without quotes',
  ],
  [
    'null in an enum',
    field({ ...text, enum: ['a', null] }),
    `${A}.enum[1]`,
    'is null, which no enum takes: put enum into anyOf, as anyOf: [{ enum: [...] }] beside nullable: true',
  ],
  [
    'an enum that may be null',
    field({ ...text, nullable: true, enum: ['a'] }),
    `${A}.nullable`,
    'is true beside enum, which takes no null: put enum into anyOf, as anyOf: [{ enum: [...] }] beside nullable: true',
  ],
  [
    'a format with a typo',
    field({ ...text, format: 'date-tiem' }),
    `${A}.format`,
    '"date-tiem" is not known, so it is not checked: did you mean "date-time"',
  ],
  [
    'a format that is not known',
    field({ ...text, format: 'semver' }),
    `${A}.format`,
    '"semver" is not known, so it is not checked: write a pattern',
  ],
  [
    'a format of strings on an integer',
    field({ ...whole, format: 'date-time' }),
    `${A}.format`,
    '"date-time" is for strings, so it is not checked: leave it out, or write type: string',
  ],
  [
    'a length of an integer',
    field({ ...whole, maxLength: 3 }),
    `${A}.maxLength`,
    'is not looked at for values of type integer: leave it out, or write another type',
  ],
  [
    'properties of a string',
    field({ ...text, properties: { b: text } }),
    `${A}.properties`,
    'is not looked at for values of type string: leave it out, or write another type',
  ],
  [
    'items of an object',
    field({ type: 'object', items: text }),
    `${A}.items`,
    'is not looked at for values of type object: leave it out, or write another type',
  ],
  [
    'a minimum of a list',
    field({ type: 'array', items: text, minimum: 1 }),
    `${A}.minimum`,
    'is not looked at for values of type array: leave it out, or write another type',
  ],
  [
    'a bad default in a map',
    field({ type: 'object', additionalProperties: object({ b: { ...whole, default: 'x' } }) }),
    `${A}.additionalProperties.properties.b.default`,
    'is "x", a string: give an integer',
  ],
  [
    'a default that is neither an integer nor a string',
    field({ 'x-kubernetes-int-or-string': true, default: true }),
    `${A}.default`,
    'is true, a boolean: give an integer or a string',
  ],
  [
    'a default that has an item twice',
    field({ type: 'array', items: text, 'x-kubernetes-list-type': 'set', default: ['a', 'a'] }),
    `${A}.default[1]`,
    'is the same "a" as [0]: give it once',
  ],
];
