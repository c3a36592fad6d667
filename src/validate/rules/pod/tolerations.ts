import type { Toleration } from '../../../../imports/kubernetes/types';
import { labelKeyProblem, labelValueProblem } from '../../../manifest/name';
import { split } from '../../check-field';
import type { Path } from '../../path';
import type { Report, Rule } from '../../rule';

export const toleration: Rule<'Toleration'> = {
  code: 'toleration',
  severity: 'error',
  on: 'Toleration',
  summary:
    'A toleration says with a key, an operator and a value which taints it is for; seconds are for "NoExecute" only.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidateTolerations',
  check: checkToleration,
};

export function checkToleration(
  { key = '', operator, value = '', effect, tolerationSeconds }: Toleration,
  at: Path,
  report: Report,
): void {
  const problem = key === '' ? undefined : labelKeyProblem(key);
  if (problem !== undefined) reportPhrase(key, problem, at.field('key'), report);
  if (key === '' && operator !== 'Exists') {
    report(
      at.field('operator'),
      'is not "Exists", but there is no key',
      'name the key of a taint, or write "Exists" for all',
    );
  }
  if (tolerationSeconds !== undefined && effect !== 'NoExecute') {
    report(at.field('effect'), 'is not "NoExecute", but there are tolerationSeconds', 'write "NoExecute"');
  }
  if (operator === 'Exists') {
    if (value !== '') report(at.field('value'), `"${value}" is there, but the operator is "Exists"`, 'take it away');
  } else if (operator === 'Gt' || operator === 'Lt') {
    report(at.field('operator'), `"${operator}" is not on by default`, 'write "Equal" or "Exists"');
  } else {
    const valueProblem = labelValueProblem(value);
    if (valueProblem !== undefined) reportPhrase(value, valueProblem, at.field('value'), report);
  }
}

function reportPhrase(value: string, phrase: string, at: Path, report: Report): void {
  const { message, fix } = split(value, phrase);
  report(at, message, fix);
}
