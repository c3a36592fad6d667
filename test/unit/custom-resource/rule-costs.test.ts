import { customResource, rule } from 'cdk8s-workloads/custom-resource';
import { z } from 'zod';
import { refusal } from '../refusal';

const small = {
  rule: 'self.matches("^[a-z]+$")',
  check: (text: string) => /^[a-z]+$/.test(text),
  message: 'is not small',
};
const once = { rule: 'self.all(a, self.exists_one(b, a == b))', check: () => true, message: 'is there twice' };

function define(spec: z.ZodObject): string {
  const versions = { v1: { spec } };
  return refusal(() => customResource({ group: 'example.com', kind: 'Todo', versions }));
}

// The paths are those of the author, whatever the names of the fields are.
test.each<[string, z.ZodObject, string]>([
  [
    'of a list without a bound',
    z.object({ items: rule(z.array(z.string()), once) }),
    'v1.spec.items.x-kubernetes-validations[0].rule may cost more than 100 times what the API server allows for a rule: ' +
      'bound what it reads, and what it is in, by maxLength, maxItems or maxProperties, or make it simpler',
  ],
  [
    'in a list without a bound',
    z.object({ items: z.array(z.object({ properties: rule(z.string(), small) })) }),
    'v1.spec.items[].properties.x-kubernetes-validations[0].rule may cost more than 100 times what the API server allows for a rule: ' +
      'bound the list "items" by maxItems, or make the rule simpler',
  ],
  [
    'in a map without a bound',
    z.object({ 'a.b': z.record(z.string(), rule(z.string(), small)) }),
    'v1.spec["a.b"][*].x-kubernetes-validations[0].rule may cost more than 100 times what the API server allows for a rule: ' +
      'bound the map "a.b" by maxProperties, or make the rule simpler',
  ],
])('a rule %s is too expensive', (_, spec, message) => {
  expect(define(spec)).toContain(message);
});

test('with bounds it is taken', () => {
  expect(define(z.object({ items: rule(z.array(z.string().max(64)).max(100), once) }))).toBe('');
  expect(define(z.object({ items: z.array(rule(z.string().max(64), small)).max(1000) }))).toBe('');
});
