import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesPage } from '../../tools/rules/rules-page';

test('docs/rules.md is what npm run rules writes', () => {
  expect(readFileSync(join(__dirname, '../../docs/rules.md'), 'utf8')).toBe(rulesPage());
});
