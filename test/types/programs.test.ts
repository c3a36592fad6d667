import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Chart, Testing } from 'cdk8s';
import * as ts from 'typescript';

const ROOT = join(__dirname, '../..');
const mustCompile = programs('must-compile');
const mustNotCompile = programs('must-not-compile');

// The types of all programs are checked at once: nearly all of the time goes into reading cdk8s and Kubernetes' types.
const program = ts.createProgram([...mustCompile, ...mustNotCompile], {
  strict: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.Node16,
  moduleResolution: ts.ModuleResolutionKind.Node16,
  types: ['node'],
  typeRoots: [join(ROOT, 'node_modules/@types')],
  paths: { 'cdk8s-workloads': [join(ROOT, 'src/index.ts')], 'cdk8s-workloads/*': [join(ROOT, 'src/*')] },
});

describe('a program that must compile', () => {
  test.each(named(mustCompile))('%s compiles', (_name, file) => {
    expect(errorsIn(file)).toEqual([]);
  });

  test.each(named(mustCompile))('%s synthesizes', async (_name, file) => {
    const { chart } = (await import(file)) as { readonly chart: unknown };
    if (!(chart instanceof Chart)) throw new Error(`"${basename(file)}" exports no chart`);
    expect(Testing.synth(chart)).not.toHaveLength(0);
  });
});

describe('a program that must not compile', () => {
  test.each(named(mustNotCompile))('%s is one error, where the mistake is, in words that help', (_name, file) => {
    expect(errorsIn(file).map(({ line }) => line)).toEqual([announced(file).line]);
    expect(errorsIn(file)[0]?.message).toMatch(announced(file).message);
  });
});

interface ProgramError {
  /** From 1, as editors count. */
  readonly line: number;
  readonly message: string;
}

function errorsIn(fileName: string): readonly ProgramError[] {
  const file = program.getSourceFile(fileName);
  const diagnostics = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
  return diagnostics.map(({ file: where, start = 0, messageText }) => ({
    line: (where?.getLineAndCharacterOfPosition(start).line ?? -1) + 1,
    message: ts.flattenDiagnosticMessageText(messageText, '\n'),
  }));
}

/** `// error: <part of the message>` stands above the line of the mistake; `...` in it is anything. */
function announced(fileName: string): { readonly line: number; readonly message: RegExp } {
  const lines = program.getSourceFile(fileName)?.text.split('\n') ?? [];
  const index = lines.findIndex((line) => line.trim().startsWith('// error: '));
  const parts = (lines[index] ?? '').replace(/^.*?\/\/ error: /, '').split('...');
  const pattern = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[\\s\\S]*');
  return { line: index + 2, message: new RegExp(pattern) };
}

function programs(folder: string): readonly string[] {
  const path = join(__dirname, 'programs', folder);
  return readdirSync(path).map((name) => join(path, name));
}

function named(files: readonly string[]): readonly [string, string][] {
  return files.map((file) => [basename(file, '.ts').replaceAll('-', ' '), file]);
}
