import { objectNameProblem } from '../../../manifest/name';

/**
 * What is wrong with what becomes a part of a URL, as a phrase, or undefined (IsValidPathSegmentName of k8s.io/apimachinery).
 *
 * @example pathSegmentProblem('a/b') // 'is not a name: use no "/" and no "%", and not just "." or ".."'
 */
export function pathSegmentProblem(text: string): string | undefined {
  // The names of roles are of this form.
  return objectNameProblem('Role', text);
}
