import { type Manifest, takeApart } from '../../manifest/take-apart';
import type { Issue } from '../../validate/issue';
import type { ValidateOptions } from '../../validate/options';
import { validate } from '../../validate/validate';
import { unquoted } from '../../validate/unquoted';
import { withoutDefinition } from '../../validate/without-definition';
import { type FindSpot, type Spot, spotsIn } from './find-position';
import { plainValue } from '../../yaml/kubernetes-yaml';
import { type FindLine, linesOf, type Position } from '../../yaml/lines';
import type { Document, Mistake } from '../../yaml/read-documents';

/** What is wrong with the documents of some files. */
export interface Report {
  readonly files: number;
  /** How many there are, those that cannot be read included. */
  readonly documents: number;
  /** In the order of the files and of the documents in them. */
  readonly issues: readonly FileIssue[];
  /** How many objects there are of each kind without a definition: `example.com/Widget`. Only their metadata was looked at. */
  readonly withoutDefinition: ReadonlyMap<string, number>;
}

/** An issue and its place in a file. */
export interface FileIssue extends Issue, Position {
  readonly file: string;
  /** Which document of the file: the first one that is not empty is 1. */
  readonly document: number;
}

/** A file that was read. */
export interface ReadFile {
  readonly path: string;
  readonly documents: readonly Document[];
  /** Its text, which is asked for when something in it is wrong. */
  readonly text: () => string;
}

/** Validates the documents of all files together, because they may refer to each other, and finds each issue's line and column. */
export function reportOn(files: Iterable<ReadFile>, options: ValidateOptions): Report {
  let fileCount = 0;
  const documents: Source[] = [];
  const manifests: { readonly source: Source; readonly manifest: Manifest }[] = [];
  /** What is read is validated at once, while other threads read on. */
  function* values(): Generator {
    for (const file of files) {
      fileCount++;
      for (const [index, document] of file.documents.entries()) {
        const source = { file, document, index };
        documents.push(source);
        for (const manifest of 'value' in document ? takeApart(document.value) : []) {
          manifests.push({ source, manifest });
          yield manifest.value;
        }
      }
    }
  }
  const found = new Map<Document, { readonly issue: Issue; readonly within: Manifest['within'] }[]>();
  // The source of an issue tells which manifest it is about.
  for (const { source: index, ...issue } of validate(values(), { ...options, sources: String })) {
    const about = manifests[Number(index)];
    if (!about) continue;
    const { document } = about.source;
    const { within } = about.manifest;
    const here = found.get(document);
    if (here) here.push({ issue, within });
    else found.set(document, [{ issue, within }]);
  }
  const text = remembered((file: ReadFile) => file.text());
  const lines = remembered((file: ReadFile) => linesOf(text(file)));
  const issues = documents.flatMap(({ file, document, index }) => {
    const place = { file: file.path, document: index + 1 };
    if ('mistake' in document) return mistakeIssue(document.mistake, place, lines(file), options);
    const here = found.get(document);
    if (!here) return [];
    const spotOf = spots(text(file).slice(document.start, document.end));
    return here
      .map(({ issue, within }) => ({ issue, spot: spotOf(issue.path, within) }))
      .sort((a, b) => a.spot.offset - b.spot.offset)
      .map(({ issue, spot }) => ({
        ...place,
        ...lines(file)(document.start + spot.offset),
        ...asWritten(issue, spot),
      }));
  });
  return {
    files: fileCount,
    documents: documents.length,
    issues,
    withoutDefinition: withoutDefinition(
      manifests.map(({ manifest }) => manifest.value),
      options.customResources ?? [],
    ),
  };
}

interface Source {
  readonly file: ReadFile;
  readonly document: Document;
  /** Of the document in the file. */
  readonly index: number;
}

/** The code of a document that cannot be read. */
export const UNREADABLE = 'yaml';
export const UNREADABLE_SUMMARY =
  'A document is YAML or JSON and has no key twice, because one that cannot be read is no object.';

function mistakeIssue(
  { message, fix, offset }: Mistake,
  place: Pick<FileIssue, 'file' | 'document'>,
  lines: FindLine,
  { rules = {} }: ValidateOptions,
): readonly FileIssue[] {
  const severity = rules[UNREADABLE] ?? 'error';
  if (severity === 'off') return [];
  const object = { group: '', kind: '', name: '' };
  const issue: Issue = { severity, code: UNREADABLE, object, path: '', message, ...(fix !== undefined && { fix }) };
  return [{ ...place, ...lines(offset), ...issue }];
}

/** The validation knows the value of a scalar that should be in quotes. What belongs in them is its text: `1.10`, and not 1.1. */
function asWritten(issue: Issue, { plain }: Spot): Issue {
  if (plain === undefined || issue.code !== 'wrong-type') return issue;
  const value = plainValue(plain);
  return issue.fix === unquoted(value).fix ? { ...issue, ...unquoted(value, plain) } : issue;
}

function spots(source: string): FindSpot {
  try {
    return spotsIn(source);
  } catch {
    return () => ({ offset: 0 }); // The file has changed since.
  }
}

/** Remembers the last answer, because issues come file by file. */
function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  let last: { readonly key: Key; readonly value: Value } | undefined;
  return (key) => {
    if (last?.key !== key) last = { key, value: make(key) };
    return last.value;
  };
}
