import { Chart, Testing } from 'cdk8s';
import { customResource } from 'cdk8s-workloads/custom-resource';
import { z } from 'zod';

export const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });

const Wrong = customResource({
  group: 'shop.example.com',
  kind: 'Wrong',
  versions: {
    v1: {
      spec: z.object({ size: z.int(), nested: z.object({ name: z.string() }) }),
      scale: {
        specReplicasPath: '.spec.size',
        // error: NoFieldAt<".status.size">
        statusReplicasPath: '.status.size',
      },
    },
  },
});
new Wrong.Definition(chart, 'definition');
