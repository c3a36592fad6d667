import { Chart, Testing } from 'cdk8s';
import { customResource, int32, type ObjectOf } from 'cdk8s-workloads/custom-resource';
import { z } from 'zod';

const Backup = customResource({
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

export const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });

const backup: ObjectOf<typeof Backup> = Backup.parse(
  Backup.manifest({ metadata: { name: 'orders' }, spec: { schedule: '@daily' } }),
);
const keep: number = backup.spec.keep;
const mode: 'full' | 'incremental' = backup.spec.mode;
const phase: string | undefined = backup.status?.phase;
const apiVersion: 'shop.example.com/v1' = backup.apiVersion;
const kind: 'Backup' = backup.kind;
const name: string = backup.metadata.name;
console.assert(
  keep === 7 &&
    mode === 'full' &&
    phase === undefined &&
    apiVersion !== undefined &&
    kind === Backup.kind &&
    name === 'orders',
);
new Backup(chart, 'orders', { spec: { schedule: backup.spec.schedule } });
