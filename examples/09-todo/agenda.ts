// A program that reads: kubectl get todos --output json | npx tsx examples/09-todo/agenda.ts
import { readFileSync } from 'node:fs';
import type { ObjectOf } from 'cdk8s-workloads/custom-resource';
import { Todo } from './todo';

const list = JSON.parse(readFileSync(0, 'utf8')) as { readonly items: readonly unknown[] };

// parse() takes whatever comes and gives a Todo, its defaults filled in, or says all that is wrong with it.
const todos = list.items.map((item) => Todo.parse(item));

for (const { metadata, spec } of todos.sort(byDate)) {
  console.log(`${spec.dueDate ?? 'some day'}: ${spec.item} (${metadata.name}, ${spec.priority})`);
}

function byDate(a: ObjectOf<typeof Todo>, b: ObjectOf<typeof Todo>): number {
  return timeOf(a) - timeOf(b);
}

function timeOf({ spec }: ObjectOf<typeof Todo>): number {
  return spec.dueDate === undefined ? Infinity : Date.parse(spec.dueDate);
}
