// The seed of a controller, driven by hand: kubectl get users --output json | npx tsx examples/10-user/render.ts | kubectl apply -f -
import { readFileSync } from 'node:fs';
import { children } from './children';
import { User } from './user';

const users = JSON.parse(readFileSync(0, 'utf8')) as { readonly items: readonly unknown[] };
const items = users.items.flatMap((user) => children(User.parse(user)));
console.log(JSON.stringify({ apiVersion: 'v1', kind: 'List', items }, null, 2));
