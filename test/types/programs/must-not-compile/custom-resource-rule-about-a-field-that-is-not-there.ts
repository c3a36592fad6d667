import { Chart, Testing } from 'cdk8s';
import { customResource, rule } from 'cdk8s-workloads/custom-resource';
import { z } from 'zod';

export const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });

export const window = rule(z.object({ min: z.int(), max: z.int() }), {
  rule: 'self.min <= self.max',
  // error: Property 'maximum' does not exist on type
  check: ({ min, maximum }) => min <= maximum,
  message: 'min must not be greater than max',
});
