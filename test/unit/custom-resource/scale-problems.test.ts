import { customResource, int32 } from 'cdk8s-workloads/custom-resource';
import { z } from 'zod';
import { refusal } from '../refusal';

function define(size: z.ZodType, has: z.ZodType, allowWarnings = false) {
  return () =>
    customResource({
      group: 'shop.example.com',
      kind: 'Todo',
      allowWarnings,
      versions: {
        v1: {
          spec: z.object({ size }),
          status: z.object({ has }),
          scale: { specReplicasPath: '.spec.size', statusReplicasPath: '.status.has' },
        },
      },
    });
}

const size = int32().min(0);

test.each<[string, z.ZodType, z.ZodType, string]>([
  [
    'negative',
    z.int().max(9),
    size,
    'customResource "Todo": v1.scale.specReplicasPath ".spec.size" may be below 0 or above 2147483647, which the API server refuses as a size: make it int32().min(0)',
  ],
  ['huge', size, z.int().min(0), 'v1.scale.statusReplicasPath ".status.has" may be below 0 or above 2147483647'],
  ['one of several, one of which is negative', z.literal([-1, 1]), size, 'v1.scale.specReplicasPath'],
])('a size that may be %s is refused', (_name, spec, status, problem) => {
  expect(refusal(define(spec, status))).toContain(problem);
});

test.each<[string, z.ZodType]>([
  ['int32().min(0)', size],
  [
    'more than -1',
    z
      .int()
      .gt(-1)
      .lt(2 ** 31),
  ],
  ['one of several', z.literal([1, 3])],
])('a size of %s is taken', (_name, schema) => {
  expect(refusal(define(schema, schema))).toBe('');
});

test("somebody else's definition may have a size of any number", () => {
  expect(refusal(define(z.int(), z.int(), true))).toBe('');
});
