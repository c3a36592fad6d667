import { Chart, Testing } from 'cdk8s';
import {
  customResource,
  int64,
  intOrString,
  quantity,
  listSet,
  atomic,
  format,
  embedded,
  rule,
  serverRule,
} from 'cdk8s-workloads/custom-resource';
import { z } from 'zod';

export const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });

const Disk = customResource({
  group: 'shop.example.com',
  kind: 'Disk',
  scope: 'Cluster',
  versions: {
    v1: {
      spec: z.object({
        size: quantity().default('1Gi'),
        port: intOrString().default('http'),
        generation: int64().optional(),
        hosts: listSet(z.string().max(63)).default([]),
        template: embedded().optional(),
        address: format('ipv4').optional(),
        range: rule(z.object({ min: z.int(), max: z.int() }), {
          rule: 'self.min <= self.max',
          check: ({ min, max }) => min <= max,
          message: 'min must not be greater than max',
        }).optional(),
        class: serverRule(z.string(), { rule: 'self == oldSelf', message: 'is immutable' }),
        selector: atomic(z.object({ app: z.string() })).optional(),
      }),
    },
  },
});
new Disk(chart, 'data', {
  spec: { class: 'ssd', size: '10Gi', port: 80, template: { apiVersion: 'v1', kind: 'Pod' } },
});
const disk = Disk.parse(Disk.manifest({ metadata: { name: 'data' }, spec: { class: 'ssd' } }));
const port: string | number = disk.spec.port;
const hosts: readonly string[] = disk.spec.hosts;
console.assert(port === 'http' && hosts.length === 0);
