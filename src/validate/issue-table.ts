import { showKey } from '../manifest/object-key';
import { push } from '../values/push';
import type { Issue } from './issue';
import { sentenceOf } from './issue-sentence';

/**
 * Issues as a text for people, object by object:
 *
 * ```text
 * apps/Deployment shop/api (shop/api/deployment)
 *   error    spec.replicas -1 is negative: give 0 or more [negative-number]
 * ```
 *
 * @example
 * issueTable(validate([{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'api' } }])).includes('spec is missing'); // true
 */
export function issueTable(issues: readonly Issue[]): string {
  const groups = new Map<string, Issue[]>();
  for (const issue of issues) push(groups, headingOf(issue), issue);
  return [...groups].map(([heading, group]) => [heading, ...group.map(lineOf)].join('\n')).join('\n');
}

function headingOf({ object, source }: Issue): string {
  const name = object.kind === '' ? 'a manifest' : showKey(object);
  return source === undefined ? name : `${name} (${source})`;
}

function lineOf(issue: Issue): string {
  return `  ${issue.severity.padEnd('warning'.length)}  ${sentenceOf(issue)} [${issue.code}]`;
}

/**
 * How many there are of each sort.
 *
 * @example countIssues(validate([{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'api' } }])) // '1 error'
 */
export function countIssues(issues: readonly Issue[]): string {
  const count = (severity: Issue['severity']): string | undefined => {
    const number = issues.filter((issue) => issue.severity === severity).length;
    return number === 0 ? undefined : `${number} ${severity}${number === 1 ? '' : 's'}`;
  };
  return [count('error'), count('warning')].filter((part) => part !== undefined).join(' and ') || 'no issues';
}
