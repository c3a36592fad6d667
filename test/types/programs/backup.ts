import { customResource, int32 } from 'cdk8s-workloads/custom-resource';
import { z } from 'zod';

/** The resource that most programs about custom resources use. */
export const Backup = customResource({
  group: 'shop.example.com',
  kind: 'Backup',
  versions: {
    v1: {
      spec: z.object({
        schedule: z.string(),
        keep: int32().min(1).default(7),
        mode: z.enum(['full', 'incremental']).default('full'),
        target: z
          .discriminatedUnion('type', [
            z.object({ type: z.literal('bucket'), bucket: z.string() }),
            z.object({ type: z.literal('claim'), claimName: z.string() }),
          ])
          .optional(),
      }),
      status: z.looseObject({ phase: z.string().optional() }),
    },
  },
});
