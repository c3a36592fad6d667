import { Chart, Testing } from 'cdk8s';
import { customResource, rule } from 'cdk8s-workloads/custom-resource';
import { z } from 'zod';

export const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });

// error: Property 'check' is missing
export const size = rule(z.int(), { rule: 'self > 1', message: 'must be more than one' });
