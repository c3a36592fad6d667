import { Chart, Testing } from 'cdk8s';
import { customResource } from 'cdk8s-workloads/custom-resource';
import { z } from 'zod';

export const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });

const Wrong = customResource({
  group: 'shop.example.com',
  kind: 'Wrong',
  // error: Type '"Namespace"' is not assignable to type ... Did you mean '"Namespaced"'?
  scope: 'Namespace',
  versions: { v1: { spec: z.object({ size: z.int() }) } },
});
new Wrong.Definition(chart, 'definition');
