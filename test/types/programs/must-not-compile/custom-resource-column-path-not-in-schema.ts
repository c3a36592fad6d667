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
      printerColumns: [
        {
          name: 'Size',
          // error: Type '".spec.sise"' is not assignable to type '".spec.sise" & NoFieldAt<".spec.sise">'
          jsonPath: '.spec.sise',
        },
      ],
    },
  },
});
new Wrong.Definition(chart, 'definition');
