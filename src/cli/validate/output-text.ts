import { showKey } from '../../manifest/object-key';
import { countIssues } from '../../validate/issue-table';
import type { FileIssue, Report } from './report';

/** What is wrong, and what to do about it, in one sentence without the place. */
export function sentenceOf({ path, message, fix }: FileIssue): string {
  const fact = path === '' ? message : `${path} ${message}`;
  return fix === undefined ? fact : `${fact}: ${fix}`;
}

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
    `${countIssues(report.issues)} in ${count(report.documents, 'document')} of ${count(report.files, 'file')}`,
  );
  return `${lines.join('\n')}\n`;
}

function lineOf(issue: FileIssue): string {
  const { line, column, severity, code } = issue;
  const object = objectOf(issue);
  const subject = object === undefined ? '' : `${object}: `;
  return `  ${`${line}:${column}`.padEnd(8)} ${severity.padEnd('warning'.length)}  ${subject}${sentenceOf(issue)} [${code}]`;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
