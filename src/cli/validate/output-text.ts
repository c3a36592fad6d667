import { showKey } from '../../manifest/object-key';
import { sentenceOf } from '../../validate/issue-sentence';
import { countIssues } from '../../validate/issue-table';
import type { FileIssue, Report } from './report';

/** The object of an issue; undefined when it could not be read. */
export function objectOf({ object }: FileIssue): string | undefined {
  return object.kind === '' ? undefined : showKey(object).trimEnd();
}

/** A report for people: the issues of each file below its path, and how many there are. */
export function textOutput(report: Report): string {
  const lines: string[] = [];
  let file: string | undefined;
  for (const issue of report.issues) {
    if (issue.file !== file) lines.push(...(file === undefined ? [] : ['']), issue.file);
    ({ file } = issue);
    lines.push(lineOf(issue));
  }
  if (lines.length > 0) lines.push('');
  lines.push(
    `${countIssues(report.issues)} in ${count(report.documents, 'document')} of ${count(report.files, 'file')}${unseen(report)}`,
  );
  return `${lines.join('\n')}\n`;
}

function lineOf(issue: FileIssue): string {
  const { line, column, severity, code } = issue;
  const object = objectOf(issue);
  const subject = object === undefined ? '' : `${object}: `;
  return `  ${`${line}:${column}`.padEnd(8)} ${severity.padEnd('warning'.length)}  ${subject}${sentenceOf(issue)} [${code}]`;
}

/** What was hardly looked at should not pass for right. */
function unseen({ withoutDefinition }: Report): string {
  const kinds = [...withoutDefinition.keys()];
  if (kinds.length === 0) return '';
  const objects = [...withoutDefinition.values()].reduce((sum, each) => sum + each, 0);
  const more = kinds.length > SHOWN_KINDS ? ` and ${kinds.length - SHOWN_KINDS} more` : '';
  const named = `${kinds.slice(0, SHOWN_KINDS).join(', ')}${more}`;
  const are = objects === 1 ? 'is of a kind' : kinds.length === 1 ? 'are of a kind' : 'are of kinds';
  const whose = objects === 1 ? 'its' : 'their';
  return `; ${count(objects, 'object')} ${are} without a definition (${named}), and only ${whose} metadata was checked: give --crd`;
}

const SHOWN_KINDS = 3;

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
