import { UNREADABLE } from '../../src/cli/validate/report';
import { CHANGE_RULES } from '../../src/validate/change/change-rules';
import { allRules } from '../../src/validate/rules/table';
import { STRUCTURE_CODES } from '../../src/validate/structure-codes';

const WIDTH = 116;

/** src/validate/rule-codes.ts: the codes of all rules, so that neither a compiler nor a program has to load the rules to know them. */
export function ruleCodes(): string {
  const rules = [...allRules(), ...CHANGE_RULES];
  const codes = [UNREADABLE, ...Object.keys(STRUCTURE_CODES), ...rules.map(({ code }) => code)];
  const lines = [''];
  for (const code of [...codes].sort()) {
    const last = lines.pop() ?? '';
    const more = `${last}${last === '' ? '' : ' '}'${code}',`;
    lines.push(...(more.length > WIDTH ? [last, `'${code}',`] : [more]));
  }
  return `// Written by \`npm run rules\`.

/** The codes of all rules, of \`validate\` and of \`validateChange\`: docs/rules.md says what each is about. */
// prettier-ignore
export const RULE_CODES = [
${lines.map((line) => `  ${line}`).join('\n')}
] as const;

/** The code of a rule: \`'image-tag'\`. */
export type RuleCode = (typeof RULE_CODES)[number];
`;
}
