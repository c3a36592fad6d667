import { Chart, Testing } from 'cdk8s';
import { customResource } from 'cdk8s-workloads/custom-resource';
import { z } from 'zod';

export const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });

const Todo = customResource({
  group: 'shop.example.com',
  kind: 'Todo',
  versions: {
    v1: { storage: true, spec: z.object({ item: z.string(), done: z.boolean().default(false) }) },
    v1beta1: { deprecated: 'use v1', spec: z.object({ item: z.string() }) },
  },
});

// error: 'done' does not exist in type
new Todo.versions.v1beta1(chart, 'bread', { spec: { item: 'bread', done: true } });
