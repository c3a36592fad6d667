import { Chart, Testing } from 'cdk8s';
import { customResource, listMap } from 'cdk8s-workloads/custom-resource';
import { z } from 'zod';

export const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });

// error: Type '"id"' is not assignable to type '"name"'
export const users = listMap(z.object({ name: z.string() }), ['id']);
