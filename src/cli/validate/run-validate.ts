import { didYouMean } from '../../manifest/did-you-mean';
import type { Severity } from '../../validate/issue';
import type { ValidateOptions } from '../../validate/options';
import { allRules } from '../../validate/rules/table';
import { STRUCTURE_CODES } from '../../validate/structure-codes';
import { type Given, type Terminal, UsageError } from '../command';
import { type File, findFiles } from './find-files';
import { githubOutput } from './output-github';
import { jsonOutput } from './output-json';
import { sarifOutput } from './output-sarif';
import { textOutput } from './output-text';
import { readDocuments } from './read-documents';
import { textOf } from './read-file';
import { readFiles } from './read-files';
import { type ReadFile, type Report, reportOn, UNREADABLE } from './report';
import { partsOf } from '../../manifest/take-apart';

const OUTPUTS: Readonly<Record<string, (report: Report) => string>> = {
  text: textOutput,
  json: jsonOutput,
  github: githubOutput,
  sarif: sarifOutput,
};

/** @throws UsageError */
export async function runValidate({ values, positionals }: Given, terminal: Terminal): Promise<number> {
  const { output = 'text', kubernetes, crd = [], rule = [] } = values as Values;
  const print = Object.hasOwn(OUTPUTS, output) ? OUTPUTS[output] : undefined;
  if (!print) throw new UsageError(`--output "${output}" is not known: there are ${Object.keys(OUTPUTS).join(', ')}`);
  if (kubernetes !== undefined && kubernetes !== KUBERNETES) {
    throw new UsageError(`--kubernetes "${kubernetes}" is not known: there is ${KUBERNETES}`);
  }
  const options: ValidateOptions = {
    kubernetes: KUBERNETES,
    rules: Object.fromEntries(rule.map(levelOf)),
    customResources: findFiles(crd).flatMap(definitionsIn),
  };
  const report = reportOn(await readAll(positionals, terminal), options);
  terminal.print(print(report));
  return report.issues.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** As the options of the command declare them. */
interface Values {
  readonly output?: string;
  readonly kubernetes?: string;
  readonly crd?: readonly string[];
  readonly rule?: readonly string[];
}

const KUBERNETES = '1.35';
const STANDARD = '-';

async function readAll(paths: readonly string[], terminal: Terminal): Promise<Iterable<ReadFile>> {
  if (paths.length === 0 && terminal.isInteractive) {
    throw new UsageError('no file is given: name one or a folder, or pipe manifests into it');
  }
  const files = findFiles(paths.filter((path) => path !== STANDARD));
  const isInputRead = paths.length === 0 || paths.includes(STANDARD);
  const input = isInputRead ? await terminal.readInput() : undefined;
  return readInTurn(files, input);
}

/** Files are read as they are asked for. */
function* readInTurn(files: readonly File[], input: string | undefined): Generator<ReadFile> {
  let next = 0;
  for (const documents of readFiles(files)) {
    const { path } = files[next++] as File; // As many as there are files.
    yield { path, documents, text: () => textOf(path) };
  }
  if (input !== undefined) yield { path: 'standard input', documents: readDocuments(input), text: () => input };
}

/** @throws UsageError when a document of the file cannot be read */
function definitionsIn({ path }: File): readonly unknown[] {
  return readDocuments(textOf(path)).flatMap((document) => {
    if ('mistake' in document) throw new UsageError(`--crd "${path}" ${document.mistake.message}`);
    return partsOf(document.value);
  });
}

/** @throws UsageError */
function levelOf(rule: string): readonly [string, Severity | 'off'] {
  const [code = '', level = ''] = rule.split('=');
  const codes = [...Object.keys(STRUCTURE_CODES), ...allRules().map((known) => known.code), UNREADABLE];
  if (!codes.includes(code)) {
    const meant = didYouMean(code, codes);
    throw new UsageError(`--rule "${code}" is not known${meant === undefined ? '' : `: did you mean "${meant}"`}`);
  }
  if (level !== 'off' && level !== 'warning' && level !== 'error') {
    throw new UsageError(`--rule "${rule}" has no level: write ${code}=off, ${code}=warning or ${code}=error`);
  }
  return [code, level];
}
