import { Chart, Testing } from 'cdk8s';
import { customResource } from 'cdk8s-workloads/custom-resource';
import { z } from 'zod';

export const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });

const column = (name: string, jsonPath: string): { readonly name: string; readonly jsonPath: string } => ({
  name,
  jsonPath,
});
const Todo = customResource({
  group: 'shop.example.com',
  kind: 'Todo',
  versions: { v1: { spec: z.object({ item: z.string() }), printerColumns: [column('Item', '.spec.item')] } },
});
new Todo.Definition(chart, 'definition');
