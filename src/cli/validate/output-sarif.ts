import { isAbsolute, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sentenceOf } from '../../validate/issue-sentence';
import { allRules } from '../../validate/rules/table';
import { STRUCTURE_CODES } from '../../validate/structure-codes';
import { objectOf } from './output-text';
import { type FileIssue, type Report, UNREADABLE, UNREADABLE_SUMMARY } from './report';

/** A report in the format of static analysis tools, which code hosts and editors read: SARIF 2.1.0. */
export function sarifOutput({ issues }: Report): string {
  const codes = [...new Set(issues.map(({ code }) => code))].sort();
  const summaries = summariesOfRules();
  const rules = codes.map((code) => {
    const text = summaries.get(code) ?? code;
    return { id: code, shortDescription: { text }, fullDescription: { text }, help: { text } };
  });
  const indexes = new Map(codes.map((code, index) => [code, index]));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'cdk8s-workloads', rules } },
        columnKind: 'utf16CodeUnits',
        results: issues.map((issue) => resultOf(issue, indexes.get(issue.code) ?? -1)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function summariesOfRules(): ReadonlyMap<string, string> {
  return new Map([
    ...Object.entries(STRUCTURE_CODES).map(([code, { summary }]) => [code, summary] as const),
    ...allRules().map(({ code, summary }) => [code, summary] as const),
    [UNREADABLE, UNREADABLE_SUMMARY],
  ]);
}

function resultOf(issue: FileIssue, ruleIndex: number): object {
  const { severity, code, file, line, column, path } = issue;
  const object = objectOf(issue);
  const name = [object, path].filter((part) => part !== undefined && part !== '').join(' ');
  return {
    ruleId: code,
    ruleIndex,
    level: severity,
    message: { text: `${object === undefined ? '' : `${object}: `}${sentenceOf(issue)}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file) },
          region: { startLine: line, startColumn: column },
        },
        ...(name !== '' && { logicalLocations: [{ fullyQualifiedName: name }] }),
      },
    ],
  };
}

/** A relative path stays relative, so that a code host finds the file in its repository. */
function uriOf(file: string): string {
  if (isAbsolute(file)) return pathToFileURL(file).href;
  return file.split(sep).map(encodeURIComponent).join('/');
}
