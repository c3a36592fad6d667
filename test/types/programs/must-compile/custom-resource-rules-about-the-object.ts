import { Chart, Testing } from 'cdk8s';
import { customResource } from 'cdk8s-workloads/custom-resource';
import { z } from 'zod';

export const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });

const Todo = customResource({
  group: 'shop.example.com',
  kind: 'Todo',
  versions: {
    v1: {
      spec: z.object({ item: z.string() }),
      name: z.string().max(40),
      rules: [{ rule: 'self.metadata.name != self.spec.item', message: 'the name must not be the item' }],
    },
  },
});
new Todo(chart, 'milk', { spec: { item: 'two litres of milk' } });
