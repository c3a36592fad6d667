import { type Case, object, SCHEMA, text, twoVersions, widget } from './definitions';

const column = (given: object) =>
  widget({
    version: { additionalPrinterColumns: [{ name: 'Color', type: 'string', jsonPath: '.spec.color', ...given }] },
  });
const COLUMN = 'spec.versions[0].additionalPrinterColumns[0]';

const scale = (given: object) =>
  widget({
    version: {
      subresources: { scale: { specReplicasPath: '.spec.replicas', statusReplicasPath: '.status.replicas', ...given } },
    },
  });
const SCALE = 'spec.versions[0].subresources.scale';

const selectable = (...paths: readonly string[]) =>
  widget({ version: { selectableFields: paths.map((jsonPath) => ({ jsonPath })) } });
const SELECTABLE = 'spec.versions[0].selectableFields';

const others = [
  object({ spec: object({ color: text }) }),
  object({ spec: object({ color: text, size: text }) }),
] as const;
const same = [SCHEMA, SCHEMA] as const;
const NINE = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];
const byColor = { selectableFields: [{ jsonPath: '.spec.color' }] };

/** What the API server refuses of columns, subresources and selectable fields. */
export const REFUSED_COLUMNS: readonly Case[] = [
  [
    'a column without a name',
    column({ name: '' }),
    `${COLUMN}.name`,
    'is missing: write the title of the column, such as "Ready"',
  ],
  [
    'a column without a type',
    column({ type: '' }),
    `${COLUMN}.type`,
    'is missing: write one of string, integer, number, boolean, date',
  ],
  [
    'a column of another type',
    column({ type: 'int' }),
    `${COLUMN}.type`,
    '"int" is not known: write string, integer, number, boolean or date',
  ],
  [
    'a column with a typo in its type',
    column({ type: 'strnig' }),
    `${COLUMN}.type`,
    '"strnig" is not known: did you mean "string"',
  ],
  [
    'a column of another format',
    column({ format: 'datetime' }),
    `${COLUMN}.format`,
    '"datetime" is not known: did you mean "date-time"',
  ],
  [
    'a column without a path',
    column({ jsonPath: '' }),
    `${COLUMN}.jsonPath`,
    'is missing: write the path of a field, such as ".spec.replicas"',
  ],
  [
    'a column path without a dot',
    column({ jsonPath: 'spec.color' }),
    `${COLUMN}.jsonPath`,
    '"spec.color" does not begin with ".": write ".spec.color"',
  ],
  [
    'a column path in braces',
    column({ jsonPath: '{.spec.color}' }),
    `${COLUMN}.jsonPath`,
    '"{.spec.color}" does not begin with ".": write ".spec.color"',
  ],

  [
    'a scale path without a dot',
    scale({ specReplicasPath: 'spec.replicas' }),
    `${SCALE}.specReplicasPath`,
    '"spec.replicas" is not below .spec.: write a path such as ".spec.replicas"',
  ],
  [
    'a scale path of the status',
    scale({ specReplicasPath: '.status.replicas' }),
    `${SCALE}.specReplicasPath`,
    '".status.replicas" is not below .spec.: write a path such as ".spec.replicas"',
  ],
  [
    'no scale path',
    scale({ statusReplicasPath: '' }),
    `${SCALE}.statusReplicasPath`,
    'is missing: write the path of a field, such as ".status.replicas"',
  ],
  [
    'a selector path of nothing',
    scale({ labelSelectorPath: '.metadata.labels' }),
    `${SCALE}.labelSelectorPath`,
    '".metadata.labels" is not below .status. or .spec.: write a path such as ".status.selector"',
  ],

  [
    'an empty selectable field',
    selectable(''),
    `${SELECTABLE}[0].jsonPath`,
    'is missing: write the path of a field, such as ".spec.color"',
  ],
  [
    'a selectable field without a dot',
    selectable('spec.color'),
    `${SELECTABLE}[0].jsonPath`,
    '"spec.color" does not begin with ".": write ".spec.color"',
  ],
  [
    'a selectable field with a typo',
    selectable('.spec.colour'),
    `${SELECTABLE}[0].jsonPath`,
    '".spec.colour" names "colour", which is not declared: did you mean "color"',
  ],
  [
    'a selectable object',
    selectable('.spec'),
    `${SELECTABLE}[0].jsonPath`,
    '".spec" is of type object: only strings, booleans and integers can be selected',
  ],
  [
    'a selectable field of a list',
    selectable('.spec.ports[0].name'),
    `${SELECTABLE}[0].jsonPath`,
    '".spec.ports[0].name" has "[": only fields of objects can be named, with "." before each',
  ],
  [
    'a selectable field in a list',
    selectable('.spec.ports.name'),
    `${SELECTABLE}[0].jsonPath`,
    '".spec.ports.name" names "name" in what has no fields: end before it',
  ],
  [
    'a selectable field twice',
    selectable('.spec.color', '.spec.color'),
    `${SELECTABLE}[1].jsonPath`,
    '".spec.color" is there twice: leave it out',
  ],
  [
    'a selectable field of metadata',
    widget({
      schema: object({ metadata: object({ name: text }) }),
      version: { selectableFields: [{ jsonPath: '.metadata.name' }] },
    }),
    `${SELECTABLE}[0].jsonPath`,
    '".metadata.name" is of metadata, whose name can be selected anyway: leave it out',
  ],
  [
    'nine selectable fields',
    widget({
      schema: object(Object.fromEntries(NINE.map((name) => [name, text]))),
      version: { selectableFields: NINE.map((name) => ({ jsonPath: `.${name}` })) },
    }),
    SELECTABLE,
    'has 9 fields; it holds 8',
  ],
  [
    'one schema, and selectable fields of one version',
    widget({ spec: twoVersions(byColor, {}, same) }),
    SELECTABLE,
    'is not the same in all versions, whose schemas are, which the API server refuses: make it the same',
  ],
  [
    'selectable fields of one version that is like another but for its schema',
    widget({ spec: twoVersions(byColor, { selectableFields: [] }, [SCHEMA, { ...SCHEMA, description: '' }]) }),
    SELECTABLE,
    'is not the same in all versions, whose schemas are, which the API server refuses: make it the same',
  ],
];

/** One thing that is wrong in two places. */
export const REFUSED_TWICE = widget({ spec: twoVersions(byColor, byColor, others) });
