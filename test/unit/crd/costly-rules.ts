import type { JSONSchemaProps } from '../../../src/manifest/kubernetes';
import { A, type Case, field, object, ROOT, text, whole } from './definitions';

const ruled = (schema: JSONSchemaProps, rule: string, messageExpression?: string): JSONSchemaProps => ({
  ...schema,
  'x-kubernetes-validations': [{ rule, ...(messageExpression !== undefined && { messageExpression }) }],
});
const RULE = 'x-kubernetes-validations[0].rule';
const matches = ruled({ type: 'string', maxLength: 64 }, 'self.matches("^[a-z]+(-[a-z]+)*$")');
const eight = { type: 'array', maxItems: 8, items: text };

/** What the API server refuses for what it may cost. */
export const COSTLY_RULES: readonly Case[] = [
  [
    'a rule about a list without a bound',
    field(ruled({ type: 'array', items: text }, 'self.all(x, self.exists_one(y, x == y))')),
    `${A}.${RULE}`,
    'may cost more than 100 times what the API server allows for a rule: bound what it reads, and what it is in, by maxLength, maxItems or maxProperties, or make it simpler',
  ],
  [
    'a rule in a list without a bound',
    field({ type: 'array', items: object({ name: matches }) }),
    `${A}.items.properties.name.${RULE}`,
    'may cost 13.7 times what the API server allows for a rule: bound the list "a" by maxItems, or make the rule simpler',
  ],
  [
    'a rule in a map without a bound',
    field({ type: 'object', additionalProperties: ruled(eight, 'self.all(x, x.contains("ab"))') }),
    `${A}.additionalProperties.${RULE}`,
    'may cost more than 100 times what the API server allows for a rule: bound the map "a" by maxProperties, or make the rule simpler',
  ],
  [
    'a message of a text without a bound',
    field(ruled(text, 'self != ""', '"it is " + self.replace("a", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")')),
    `${A}.x-kubernetes-validations[0].messageExpression`,
    'may cost 1.51 times what the API server allows for a rule: bound what it reads, and what it is in, by maxLength, maxItems or maxProperties, or make it simpler',
  ],
  [
    'rules that are too expensive together',
    field({
      ...{ type: 'array', maxItems: 20 },
      items: object(
        Object.fromEntries(
          Array.from({ length: 30 }, (_, index) => [`f${index}`, ruled(text, 'self.startsWith(self)')]),
        ),
      ),
    }),
    ROOT,
    'has rules that together may cost 1.89 times what the API server allows: bound what they read by maxLength, maxItems and maxProperties',
  ],
  [
    'a rule of ten million numbers',
    field({ type: 'array', maxItems: 10_000_000, items: ruled(whole, 'self > 1') }),
    `${A}.items.${RULE}`,
    'may cost 2.0 times what the API server allows for a rule: bound what it reads, and what it is in, by maxLength, maxItems or maxProperties, or make it simpler',
  ],
];
