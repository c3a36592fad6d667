import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ruleCodes } from '../../tools/rules/rule-codes';
import { rulesPage } from '../../tools/rules/rules-page';

test('docs/rules.md is what npm run rules writes', () => {
  expect(readFileSync(join(__dirname, '../../docs/rules.md'), 'utf8')).toBe(rulesPage());
});

test('src/validate/rule-codes.ts is what npm run rules writes', () => {
  expect(readFileSync(join(__dirname, '../../src/validate/rule-codes.ts'), 'utf8')).toBe(ruleCodes());
});
