import { Chart, Testing } from 'cdk8s';
import { customResource } from 'cdk8s-workloads/custom-resource';
import { z } from 'zod';

export const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });

const Flag = customResource({
  group: 'shop.example.com',
  kind: 'Flag',
  versions: { v1: { spec: z.object({ on: z.boolean().default(true) }).prefault({}) } },
});
new Flag(chart, 'a', {});
const on: boolean = Flag.parse(Flag.manifest({ metadata: { name: 'a' } })).spec.on;
console.assert(on);
