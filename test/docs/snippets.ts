import { join } from 'node:path';
import * as ts from 'typescript';

/** A piece of TypeScript that stands in a text: what people copy from there has to work. */
export interface Snippet {
  /** Where it stands, for the reader of a failed test: `README.md:131`. */
  readonly title: string;
  /** A whole module. Its imports are resolved from `test/docs`. */
  readonly code: string;
}

export interface CompiledSnippet extends Snippet {
  /** What the compiler says, as `line: text`. */
  readonly problems: readonly string[];
  readonly javascript: string;
}

const ROOT = join(__dirname, '../..');

/** Compiles all snippets in one program: most of the time goes into reading the declarations that they share. */
export function compile(snippets: readonly Snippet[]): readonly CompiledSnippet[] {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.check.json'), (file) => ts.sys.readFile(file)) as {
    readonly config: object;
  };
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, ROOT);
  const settings = { ...options, types: ['node', 'jest'], noEmit: false, noUnusedLocals: false, declaration: false };
  const texts = new Map(snippets.map(({ code }, index) => [join(__dirname, `snippet-${index}.ts`), code]));
  const program = ts.createProgram([...texts.keys()], settings, hostWith(texts, settings));
  return [...texts.keys()].map((file, index) => {
    const source = program.getSourceFile(file);
    const diagnostics = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    let javascript = '';
    program.emit(source, (_, text) => (javascript = text));
    // One file for each snippet, in their order.
    return { ...(snippets[index] as Snippet), problems: diagnostics.map(showDiagnostic), javascript };
  });
}

/**
 * Runs a snippet's JavaScript.
 *
 * @param load gives its imports: the `require` of a test in this folder, which finds what the compiler found
 */
export function run({ javascript }: CompiledSnippet, load: NodeJS.Require): void {
  // In the realm of the test, so that arrays and errors are what its expectations take for such.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
  new Function('require', 'exports', 'claim', 'claimThrows', javascript)(load, {}, claim, claimThrows);
}

const CLAIMS = `
declare function claim(actual: unknown, stated: unknown): void;
declare function claimThrows(action: () => unknown, stated: string): void;
`;

/**
 * Puts `code` behind imports and declarations, in a scope of its own. `expression; // 'value', a remark` becomes the claim that the
 * expression has the value, and `statement; // throws text` that the statement throws an error with the text. A stated
 * string may end in "...".
 */
export function withClaims(code: string, prelude: string): string {
  const { imports, statements } = split(code);
  if (imports !== '') return `${imports}\n${CLAIMS}\n${statements}`;
  return `${prelude}\n${CLAIMS}\n{\n${statements}\n}\n`;
}

function split(code: string): { readonly imports: string; readonly statements: string } {
  const source = ts.createSourceFile('snippet.ts', code, ts.ScriptTarget.ES2022, true);
  const isImport = (statement: ts.Statement): boolean => ts.isImportDeclaration(statement);
  const lines = (statements: readonly ts.Statement[]): string =>
    statements.map((each) => withClaim(each, code)).join('\n');
  return {
    imports: lines(source.statements.filter(isImport)),
    statements: lines(source.statements.filter((statement) => !isImport(statement))),
  };
}

function withClaim(statement: ts.Statement, code: string): string {
  const text = statement.getFullText();
  const [comment] = ts.getTrailingCommentRanges(code, statement.end) ?? [];
  if (!comment || !ts.isExpressionStatement(statement)) return text;
  const remark = code.slice(comment.pos, comment.end).replace(/^\/\/\s*/, '');
  const expression = statement.expression.getFullText();
  if (remark.startsWith('throws ')) return `claimThrows(() => ${expression}, ${JSON.stringify(remark.slice(7))});`;
  const value = statedValue(remark);
  return value === undefined ? text : `claim(${expression}, ${value});`;
}

/** The literal that a remark begins with. */
function statedValue(remark: string): string | undefined {
  return /^(?:`[^`]*`|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|true|false|undefined|-?\d+(?:\.\d+)?|[{[].*[}\]])(?=$|[\s,:;])/.exec(
    remark,
  )?.[0];
}

function claim(actual: unknown, stated: unknown): void {
  const isBeginning = typeof stated === 'string' && stated.endsWith('...');
  expect(actual).toEqual(isBeginning ? expect.stringMatching(beginsWith(stated.slice(0, -3))) : stated);
}

function claimThrows(action: () => unknown, stated: string): void {
  expect(action).toThrow(stated);
}

function beginsWith(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}

function hostWith(texts: ReadonlyMap<string, string>, options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  return {
    ...host,
    fileExists: (file) => texts.has(file) || host.fileExists(file),
    readFile: (file) => texts.get(file) ?? host.readFile(file),
    getSourceFile: (file, languageVersion, ...rest) => {
      const text = texts.get(file);
      return text === undefined
        ? host.getSourceFile(file, languageVersion, ...rest)
        : ts.createSourceFile(file, text, languageVersion);
    },
  };
}

function showDiagnostic({ file, start = 0, messageText }: ts.Diagnostic): string {
  const line = file?.text.slice(0, start).split('\n').length ?? 0;
  return `${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
}
