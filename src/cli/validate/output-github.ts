import { sentenceOf } from '../../validate/issue-sentence';
import { objectOf } from './output-text';
import type { FileIssue, Report } from './report';

/** A report as the commands by which a GitHub workflow marks lines in a pull request. */
export function githubOutput({ issues }: Report): string {
  return issues.map(commandOf).join('');
}

function commandOf(issue: FileIssue): string {
  const { severity, file, line, column, code } = issue;
  const object = objectOf(issue);
  const message = escapeData(`${object === undefined ? '' : `${object}: `}${sentenceOf(issue)}`);
  return `::${severity} file=${escapeProperty(file)},line=${line},col=${column},title=${escapeProperty(code)}::${message}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
