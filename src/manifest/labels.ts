import { labelKeyProblem, labelValueProblem } from './name';
import { keyed, type Problems } from '../props/problem';

/** Adds what is wrong with labels. @param ofKey what is wrong with a key, where not every one will do */
export function checkLabels(
  problems: Problems,
  prop: string,
  labels: Readonly<Record<string, string>> = {},
  ofKey: (key: string) => string | undefined = labelKeyProblem,
): void {
  for (const [key, value] of Object.entries(labels)) {
    problems.check(prop, key, ofKey);
    problems.check(keyed(prop, key), value, labelValueProblem);
  }
}
