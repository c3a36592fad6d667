import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const ROOT = join(__dirname, '..');
const PROGRAMS = join(ROOT, 'dist/bench/programs');

/** What a program of bench/programs reports of itself, and how long its process took from outside. */
export interface ProgramRun {
  readonly wallMs: number;
  /** What it took to define a custom resource, in programs that do. */
  readonly defineMs?: number;
  /** The same once more, in the same process. */
  readonly defineAgainMs?: number;
  /** What it took to make its CustomResourceDefinition. */
  readonly definitionMs?: number;
  readonly constructMs: number;
  readonly synthMs: number;
  readonly peakMiB: number;
}

/** Compiles bench/programs to dist/bench/programs, so that they find the built package where they find its source: `../../src/index`. */
export function compilePrograms(): void {
  mkdirSync(PROGRAMS, { recursive: true });
  for (const name of readdirSync(join(ROOT, 'bench/programs'))) {
    const source = readFileSync(join(ROOT, 'bench/programs', name), 'utf8');
    const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true };
    const { outputText } = ts.transpileModule(source, { compilerOptions, fileName: name });
    writeFileSync(join(PROGRAMS, name.replace(/\.ts$/, '.js')), outputText);
  }
}

/** Where a program of bench/programs is compiled to. */
export function compiledProgram(name: string): string {
  return join(PROGRAMS, `${name}.js`);
}

/** Runs a compiled program in a process of its own. */
export function runProgram(name: string, args: readonly (string | number)[]): ProgramRun {
  const { stdout, wallMs } = run(process.execPath, [compiledProgram(name), ...args.map(String)]);
  return { wallMs, ...(JSON.parse(stdout) as Omit<ProgramRun, 'wallMs'>) };
}

/** The one number that a program prints. */
export function reportOf(program: string, args: readonly (string | number)[]): number {
  return Number(run(process.execPath, [compiledProgram(program), ...args.map(String)]).stdout);
}

/** Runs any command to its end, its output into `file` if there is one. */
export function run(
  command: string,
  args: readonly string[],
  file?: string,
): { readonly stdout: string; readonly wallMs: number } {
  const output = file === undefined ? 'pipe' : openSync(file, 'w');
  const start = performance.now();
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', output, 'pipe'],
  });
  const wallMs = performance.now() - start;
  if (typeof output === 'number') closeSync(output);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr}`);
  return { stdout, wallMs };
}

/** Runs each of `variants` `times` times, in turn, so that what else the machine does falls on all of them. */
export function inTurn<Name extends string, Result>(
  times: number,
  variants: Readonly<Record<Name, () => Result>>,
): Record<Name, Result[]> {
  const names = Object.keys(variants) as Name[];
  const results = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, Result[]>;
  for (let i = 0; i < times; i++) for (const name of names) results[name].push(variants[name]());
  return results;
}
