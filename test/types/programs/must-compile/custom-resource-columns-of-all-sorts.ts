import { Chart, Testing } from 'cdk8s';
import { customResource, int32, listMap, time, preserve } from 'cdk8s-workloads/custom-resource';
import { z } from 'zod';

export const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });

const Cluster = customResource({
  group: 'shop.example.com',
  kind: 'Cluster',
  versions: {
    v1: {
      spec: z.object({
        size: int32(),
        labels: z.record(z.string(), z.string()).optional(),
        users: listMap(z.object({ name: z.string() }), ['name']).optional(),
        anything: preserve(z.unknown()).optional(),
      }),
      status: z.looseObject({
        size: int32().optional(),
        conditions: listMap(
          z.object({ type: z.string(), status: z.enum(['True', 'False', 'Unknown']), since: time() }),
          ['type'],
        ).optional(),
      }),
      printerColumns: [
        { name: 'Size', jsonPath: '.spec.size' },
        { name: 'Ready', jsonPath: '.status.conditions[?(@.type=="Ready")].status', type: 'string' },
        { name: 'First', jsonPath: '.spec.users[0].name', priority: 1 },
        { name: 'Team', jsonPath: '.spec.labels.team' },
        { name: 'Age', jsonPath: '.metadata.creationTimestamp' },
      ],
      scale: { specReplicasPath: '.spec.size', statusReplicasPath: '.status.size' },
      selectableFields: ['.spec.size'],
    },
  },
});
new Cluster.Definition(chart, 'definition');
new Cluster(chart, 'a', { spec: { size: 3, anything: [{ x: 1 }] } });
