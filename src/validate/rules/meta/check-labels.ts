import { labelKeyProblem, labelValueProblem } from '../../../manifest/name';
import { split } from '../../check-field';
import type { Path } from '../../path';
import type { Report } from '../../rule';

/** Reports what is wrong with the keys and values of a map of labels (ValidateLabels of Kubernetes). */
export function checkLabels(
  report: Report,
  at: Path,
  field: string,
  labels: Readonly<Record<string, string>> | undefined,
): void {
  if (labels === undefined) return;
  for (const key of Object.keys(labels)) {
    const value = labels[key] ?? '';
    checkKey(report, at, field, key, labelKeyProblem);
    const phrase = labelValueProblem(value);
    if (phrase === undefined) continue;
    const { message, fix } = split(value, phrase);
    report(at.field(field).field(key), message, fix);
  }
}

/** Reports what `problem` says of a key of a map. */
export function checkKey(
  report: Report,
  at: Path,
  field: string,
  key: string,
  problem: (key: string) => string | undefined,
): void {
  const phrase = problem(key);
  if (phrase === undefined) return;
  const { message, fix } = split(undefined, phrase);
  report(at.field(field).field(key), `has a key that ${message}`, fix);
}
