// `npm run rules` writes docs/rules.md and src/validate/rule-codes.ts.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ruleCodes } from './rule-codes';
import { rulesPage } from './rules-page';

writeFileSync(join(__dirname, '../../docs/rules.md'), rulesPage());
writeFileSync(join(__dirname, '../../src/validate/rule-codes.ts'), ruleCodes());
