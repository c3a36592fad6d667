import { costOf, SIZED, SIZED_RULES } from './sized-rules';

// test/cluster/cel-cost.test.ts asks an API server about these, and about all others.
test.each([
  ['self.name == self.short', 6],
  ['self.name == self.name', 314_577],
  ['self.choice.matches(self.short)', 7],
  ['self.fewNumbers.map(x, x > 1, string(x)).all(y, y == self.name)', 168],
  ['self.fewNames.exists(index, value, index > 0 && value == self.name)', 94],
  ['self.fewNames.distinct().all(x, x == self.name)', 406],
  ['self.name.split(",").all(x, x.startsWith("a"))', 16_357_779],
  ['(self.n > 1 ? self.short : self.name) == self.name', 314_580],
  ['has(self.embedded.metadata) && has(self.embedded.metadata.name)', 5],
])('%s costs %d', (rule, cost) => {
  expect(costOf(SIZED, rule)).toBe(cost);
});

test.each(SIZED_RULES)('%s costs something', (rule) => {
  expect(costOf(SIZED, rule)).toBeGreaterThan(0);
});
