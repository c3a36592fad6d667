import { Chart, Testing } from 'cdk8s';
import { customResource } from 'cdk8s-workloads/custom-resource';
import { z } from 'zod';

export const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });

const Report = customResource({
  group: 'shop.example.com',
  kind: 'Report',
  versions: { v1: { fields: { results: z.array(z.string()) } } },
});
// error: Property 'results' is missing
new Report(chart, 'a', {});
