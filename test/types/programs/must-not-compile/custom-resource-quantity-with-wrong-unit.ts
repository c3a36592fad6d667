import { Chart, Testing } from 'cdk8s';
import { customResource, quantity } from 'cdk8s-workloads/custom-resource';
import { z } from 'zod';

export const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });

const Disk = customResource({
  group: 'shop.example.com',
  kind: 'Disk',
  versions: { v1: { spec: z.object({ size: quantity() }) } },
});
// error: Type '"10GB"' is not assignable to type
new Disk(chart, 'data', { spec: { size: '10GB' } });
