import fc from 'fast-check';
import { z } from 'zod';
import { customResource } from '../../../src/custom-resource/custom-resource';
import { InvalidPropsError } from '../../../src/props/problem';
import { mutantOf } from '../../fuzz/mutant';
import { weirdValues } from '../../fuzz/weird-values';
import { unchecked } from '../refusal';

const options = {
  group: 'shop.example.com',
  kind: 'Cache',
  plural: 'caches',
  singular: 'cache',
  shortNames: ['ca'],
  categories: ['all'],
  listKind: 'CacheList',
  scope: 'Namespaced',
  conversion: {
    service: { namespace: 'shop', name: 'converter', path: '/convert', port: 443 },
    conversionReviewVersions: ['v1'],
  },
  metadata: { labels: { team: 'shop' }, annotations: { note: 'ours' } },
  allowWarnings: false,
  versions: {
    v1: {
      storage: true,
      served: true,
      deprecated: 'use v2',
      description: 'A cache.',
      rules: [{ rule: 'self.spec.replica > 0', message: 'must have replicas' }],
      printerColumns: [
        { name: 'Image', jsonPath: '.spec.image', type: 'string', description: 'The image.', priority: 1 },
      ],
      scale: { specReplicasPath: '.spec.replica', statusReplicasPath: '.status.replicas' },
      selectableFields: ['.spec.image'],
    },
  },
};

const schemas = {
  spec: z.object({ image: z.string(), replica: z.int().min(1).max(9) }),
  status: z.looseObject({ replicas: z.int().min(0).max(9).optional() }),
};

/** With the schemas, which are no data to be broken. */
function define(given: unknown): void {
  const { versions } = (given ?? {}) as { versions?: { v1?: unknown } };
  const v1 = versions?.v1;
  if (typeof v1 === 'object' && v1 !== null && !Array.isArray(v1)) Object.assign(v1, schemas);
  customResource(unchecked(given));
}

function refusalOf(given: unknown): string {
  try {
    define(given);
    return '';
  } catch (error) {
    if (error instanceof InvalidPropsError) return error.message;
    // What a getter of the user's throws is the user's.
    if (error instanceof Error && error.message === 'this field cannot be read') return error.message;
    throw error;
  }
}

test('nothing is wrong with the options that are broken below', () => {
  expect(refusalOf(structuredClone(options))).toBe('');
});

test('whatever is given, the error says what is wrong', () => {
  const kinds = fc.constantFrom('replace' as const, 'add' as const, 'remove' as const);
  fc.assert(
    fc.property(fc.nat(), kinds, weirdValues, (pick, how, value) => {
      refusalOf(mutantOf(options, pick, how, value));
    }),
    { numRuns: 3000 },
  );
});

test.each([
  [{ group: undefined }, 'customResource "Cache": group is missing: give a string, such as "shop.example.com"'],
  [{ kind: 7 }, 'customResource: kind 7 is a number: give a string, such as "Backup"'],
  [{ versions: [] }, 'versions is a list: give an object, such as { v1: { spec: z.object({ ... }) } }'],
  [{ versions: { v1: 'v1' } }, 'v1 "v1" is a string: give an object, such as { spec: z.object({ ... }) }'],
  [{ scope: 'namespaced' }, 'scope "namespaced" is not known: did you mean "Namespaced"'],
  [{ metadata: { name: 'mine' } }, 'metadata.name is not known: there are labels, annotations'],
  [{ shortNames: 'ca' }, 'shortNames "ca" is a string: give a list, such as ["mr"]'],
])('%j: %s', (change, message) => {
  expect(refusalOf({ ...options, ...change })).toContain(message);
});

test.each([
  [
    { printerColumns: [{ name: 'Image', path: '.spec.image' }] },
    'v1.printerColumns[0].path is not known: there are name,',
  ],
  [
    { printerColumns: [{ name: 'Image' }] },
    'v1.printerColumns[0].jsonPath is missing: give a string, such as ".spec.image"',
  ],
  [
    { printerColumns: [{ name: 'A', jsonPath: '.spec.image', priority: 1.5 }] },
    'v1.printerColumns[0].priority 1.5 is a number: give a whole number of 32 bits',
  ],
  [
    { printerColumns: [{ name: 'A', jsonPath: '.spec.image', priority: 2 ** 31 }] },
    'give a whole number of 32 bits, such as 1',
  ],
  [
    { rules: [{ rule: 'true', message: 'never', check: 'x' }] },
    'v1.rules[0].check "x" is a string: give a function, such as ({ min, max }) => min <= max',
  ],
  [{ scale: { specReplicasPath: '.spec.replica' } }, 'v1.scale.statusReplicasPath is missing: give a string'],
  [{ name: { _def: {} } }, 'v1.name is a schema of zod 3: import z from zod 4, or from "zod/v4"'],
  [{ name: 'cache' }, 'v1.name "cache" is a string: give a zod schema, such as z.object({ image: z.string() })'],
])('a version with %j: %s', (change, message) => {
  expect(refusalOf({ ...options, versions: { v1: { ...options.versions.v1, ...change } } })).toContain(message);
});
