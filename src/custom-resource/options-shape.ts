import { isFields } from '../values/fields';
import { OF_ZOD_3 } from './convert/context';
import type {
  ConversionWebhook,
  CustomResourceOptions,
  PrinterColumn,
  ScaleSubresource,
  VersionOptions,
} from './options';
import {
  amount,
  anything,
  fields,
  flag,
  list,
  map,
  only,
  or,
  such,
  test,
  text,
  word,
  type Shape,
} from '../props/shape';

const schema: Shape = {
  what: 'a zod schema, such as z.object({ image: z.string() })',
  fits: (value) => isFields(value) && '_zod' in value,
  misfit: (value) => (isFields(value) && '_def' in value ? OF_ZOD_3 : undefined),
};

const priority: Shape = {
  what: 'a whole number of 32 bits, such as 1',
  fits: (value) => Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31,
};

const path = such(text, '".spec.image"');
const count = such(text, '".spec.replica"');
const texts = map(text, '{ team: "checkout" }');

const column = only<PrinterColumn>(
  {
    name: such(text, '"Image"'),
    jsonPath: path,
    type: word(['boolean', 'date', 'integer', 'number', 'string']),
    format: text,
    description: text,
    priority,
  },
  '{ name: "Image", jsonPath: ".spec.image" }',
  ['name', 'jsonPath'],
);

/** Of the options of a version. */
export const VERSION: Shape = only<VersionOptions>(
  {
    storage: flag,
    served: flag,
    deprecated: or(such(text, '"use v2"'), (value) => typeof value === 'boolean'),
    spec: schema,
    status: schema,
    fields: map(schema, '{ data: z.string() }'),
    name: schema,
    rules: list(
      fields({ rule: text, message: text, check: test }, '{ rule: "self.spec.min <= self.spec.max" }', ['rule']),
    ),
    description: text,
    printerColumns: list(column, '[{ name: "Image", jsonPath: ".spec.image" }]'),
    scale: only<ScaleSubresource>(
      { specReplicasPath: count, statusReplicasPath: such(text, '".status.replicas"'), labelSelectorPath: text },
      '{ specReplicasPath: ".spec.replicas", statusReplicasPath: ".status.replicas" }',
      ['specReplicasPath', 'statusReplicasPath'],
    ),
    selectableFields: list(path, '[".spec.image"]'),
    matching: fields({}),
  },
  '{ spec: z.object({ ... }) }',
);

const service = only<Extract<ConversionWebhook, { readonly service: unknown }>['service']>(
  { namespace: text, name: text, path: text, port: amount },
  '{ namespace: "shop", name: "converter" }',
  ['namespace', 'name'],
);

/** Of the options of a custom resource, but for what is in its versions. */
export const OPTIONS: Shape = only<CustomResourceOptions>(
  {
    group: such(text, '"shop.example.com"'),
    kind: such(text, '"Backup"'),
    plural: text,
    singular: text,
    shortNames: list(text, '["mr"]'),
    categories: list(text, '["all"]'),
    listKind: text,
    scope: word(['Namespaced', 'Cluster']),
    versions: map(anything, '{ v1: { spec: z.object({ ... }) } }'),
    conversion: only<ConversionWebhook>(
      { url: text, service, caBundle: text, conversionReviewVersions: list(text, '["v1"]') },
      '{ url: "https://converter.example.com" }',
    ),
    metadata: only<NonNullable<CustomResourceOptions['metadata']>>(
      { labels: texts, annotations: texts },
      '{ labels: { team: "checkout" } }',
    ),
    allowWarnings: flag,
  },
  '{ group: "shop.example.com", kind: "Backup", versions: { v1: { ... } } }',
  ['group', 'kind', 'versions'],
);
