import { type Given, type Terminal, UsageError } from '../command';
import { readText } from '../read-text';
import { type File, findFiles } from './find-files';
import { isKustomization } from './kustomization';
import { githubOutput } from './output-github';
import { jsonOutput } from './output-json';
import { sarifOutput } from './output-sarif';
import { textOutput } from './output-text';
import { readDocuments } from '../../yaml/read-documents';
import { readFiles } from './read-files';
import { type GivenOptions, readOptions } from './read-options';
import { type ReadFile, type Report, reportOn } from './report';

const OUTPUTS: Readonly<Record<string, (report: Report) => string>> = {
  text: textOutput,
  json: jsonOutput,
  github: githubOutput,
  sarif: sarifOutput,
};

/** @throws UsageError */
export async function runValidate({ values, positionals }: Given, terminal: Terminal): Promise<number> {
  const { output = 'text', warnings, exclude = [], ...given } = values as Values;
  const print = Object.hasOwn(OUTPUTS, output) ? OUTPUTS[output] : undefined;
  if (!print) throw new UsageError(`--output "${output}" is not known: there are ${Object.keys(OUTPUTS).join(', ')}`);
  if (warnings !== undefined && !WARNINGS.includes(warnings)) {
    throw new UsageError(`--warnings "${warnings}" is not known: there are ${WARNINGS.join(', ')}`);
  }
  const options = readOptions(given);
  const report = reportOn(await readAll(positionals, exclude, terminal), options);
  if (report.documents === 0) throw new UsageError(nothingIn(positionals));
  terminal.print(print(report));
  return report.issues.some(({ severity }) => severity === 'error' || warnings === 'refuse') ? 1 : 0;
}

/** As the options of the command declare them. */
interface Values extends GivenOptions {
  readonly output?: string;
  readonly warnings?: string;
  readonly exclude?: readonly string[];
}

const WARNINGS = ['allow', 'refuse'];
const STANDARD = '-';

async function readAll(
  paths: readonly string[],
  exclude: readonly string[],
  terminal: Terminal,
): Promise<Iterable<ReadFile>> {
  if (paths.length === 0 && terminal.isInteractive) {
    throw new UsageError('no file is given: name one or a folder, or pipe manifests into it');
  }
  const files = findFiles(
    paths.filter((path) => path !== STANDARD),
    exclude,
  );
  const isInputRead = paths.length === 0 || paths.includes(STANDARD);
  const input = isInputRead ? await terminal.readInput() : undefined;
  return readInTurn(files, input);
}

/** Files are read as they are asked for. */
function* readInTurn(files: readonly File[], input: string | undefined): Generator<ReadFile> {
  let next = 0;
  for (const read of readFiles(files)) {
    const { path, isFound } = files[next++] as File; // As many as there are files.
    const documents = isFound ? read.filter((document) => !isKustomization(document, path)) : read;
    if (read.length === 0 || documents.length > 0) yield { path, documents, text: () => readText(path) };
  }
  if (input !== undefined) yield { path: 'standard input', documents: readDocuments(input), text: () => input };
}

/** It is no success: what was to print the manifests has failed, or the path is another one. */
function nothingIn(paths: readonly string[]): string {
  const names = paths.filter((path) => path !== STANDARD).map((path) => `"${path}"`);
  if (names.length > 0) return `nothing to validate: there is no manifest in ${names.join(', ')}`;
  return 'nothing to validate: there is no manifest in the standard input, so look at what should have written it';
}
