import { Chart, Testing } from 'cdk8s';
import { customResource, listMap } from 'cdk8s-workloads/custom-resource';
import { z } from 'zod';

export const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });

// error: Argument of type '[]' is not assignable to parameter of type
export const users = listMap(z.object({ name: z.string() }), []);
