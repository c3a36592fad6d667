import { didYouMean } from '../../../values/did-you-mean';
import { IGNORE } from '../../found';
import { RULE_CODES } from '../../rule-codes';
import type { ObjectRule } from '../../rule';

const CODES: readonly string[] = RULE_CODES;

export const ignoreAnnotation: ObjectRule = {
  code: 'ignore-annotation',
  severity: 'warning',
  on: 'every object',
  needs: ['ObjectMeta.annotations'],
  summary:
    'An annotation that ignores an issue has the code of a rule in its name and a reason for its value, or it ignores nothing.',
  check({ metadata }, at, report) {
    for (const [key, reason] of Object.entries(metadata?.annotations ?? {})) {
      if (!key.startsWith(IGNORE)) continue;
      const code = key.slice(IGNORE.length);
      const place = at.field('metadata').field('annotations').field(key);
      if (!CODES.includes(code)) {
        const meant = didYouMean(code, CODES);
        const fix = meant === undefined ? 'see docs/rules.md' : `did you mean "${IGNORE}${meant}"?`;
        report(place, `names "${code}", which is the code of no rule`, fix);
      } else if (reason.trim() === '') report(place, 'has no reason', 'say why it is right here');
    }
  },
};
