import type { SuccessPolicyRule } from '../../../../imports/kubernetes/types';
import type { Path } from '../../path';
import type { Report, Rule } from '../../rule';
import { completionsOf } from './completions';

const MAX_RULES = 20;

export const successPolicy: Rule<'JobSpec'> = {
  code: 'success-policy',
  severity: 'error',
  on: 'JobSpec',
  needs: ['JobSpec.successPolicy'],
  summary: 'Each of 1 to 20 rules about success names indexes of the Job, a number of them that is enough, or both.',
  mirrors: 'pkg/apis/batch/validation/validation.go: validateSuccessPolicy',
  check(spec, at, report, context) {
    const { successPolicy, completionMode } = spec;
    const completions = completionsOf(spec, context);
    if (successPolicy === undefined || completionMode !== 'Indexed' || completions === undefined) return;
    const { rules } = successPolicy;
    const list = at.field('successPolicy').field('rules');
    if (rules.length === 0) report(list, 'has no items', 'say which indexes must succeed');
    if (rules.length > MAX_RULES)
      report(list, `has ${rules.length} items; ${MAX_RULES} are the most`, 'put some together');
    for (const [index, rule] of rules.entries()) checkRule(rule, completions, list.item(index), report);
  },
};

const MAX_INDEXES = 64 * 1024;

function checkRule(
  { succeededCount, succeededIndexes }: SuccessPolicyRule,
  completions: number,
  at: Path,
  report: Report,
): void {
  if (succeededCount === undefined && succeededIndexes === undefined) {
    report(at, 'asks for nothing', 'add succeededIndexes or succeededCount');
    return;
  }
  const indexes = succeededIndexes === undefined ? completions : countIndexes(succeededIndexes, completions);
  if (typeof indexes !== 'number') {
    report(at.field('succeededIndexes'), indexes.fact, indexes.fix);
    return;
  }
  if ((succeededIndexes?.length ?? 0) > MAX_INDEXES) {
    report(
      at.field('succeededIndexes'),
      `has ${succeededIndexes?.length} characters; ${MAX_INDEXES} fit`,
      'write ranges',
    );
  }
  if (succeededCount === undefined || succeededCount <= indexes) return;
  report(at.field('succeededCount'), `is ${succeededCount}, and there are ${indexes} indexes`, 'give at most as many');
}

/** How many indexes a text such as `0,2-4,9` names, or what is wrong with it (validateIndexesFormat). */
function countIndexes(text: string, completions: number): number | { readonly fact: string; readonly fix: string } {
  if (text === '') return 0;
  let count = 0;
  let before = -1;
  for (const range of text.split(',')) {
    const [, firstText, lastText = firstText] = /^(\+?\d+)(?:-(\+?\d+))?$/.exec(range) ?? [];
    if (firstText === undefined) {
      return {
        fact: `"${range}" is not an index or a range`,
        fix: 'write numbers and ranges in order, such as "0,2-4,9"',
      };
    }
    const [first, last] = [Number(firstText), Number(lastText)];
    if (last >= completions) {
      return { fact: `has ${last}, and the last index is ${completions - 1}`, fix: 'name indexes below completions' };
    }
    if (first <= before || (range.includes('-') && first >= last)) {
      return { fact: `"${range}" is out of order`, fix: 'write each index once, the least first' };
    }
    count += last - first + 1;
    before = last;
  }
  return count;
}
