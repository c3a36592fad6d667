import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { FUNCTIONS, type ValidationFunction } from './functions';

/** What a test of Kubernetes gave to one of its validation functions. */
export interface RecordedCall {
  readonly function: string;
  /** Where the test calls it: `validation_test.go:821`. */
  readonly place: string;
  /** What the function found. */
  readonly errors: readonly string[];
  readonly manifest: Readonly<Record<string, unknown>>;
}

const run = promisify(execFile);

/** The Go module whose `go.mod` says which Kubernetes the cluster is, with the sums of all that Kubernetes needs. */
const CLUSTER = process.env['KUBE_MODULE'] ?? join(__dirname, '../../../../shared/kube');
const MODULE_FILES = ['go.mod', 'go.sum'];
// As `kube build` compiled Kubernetes, so that Go takes all but the packages with the tests from its cache.
const GO_ENVIRONMENT = { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-mod=mod' };

/**
 * Runs Kubernetes' own validation tests, in copies of their packages whose validation functions write down what they are called with.
 * What they wrote is kept in the folder for temporary files: a second run only reads it.
 *
 * @throws Error when Go is not there, or a package does not compile, or a test fails
 */
export async function runValidationTests(): Promise<readonly RecordedCall[]> {
  const sources = ['record.go', 'functions.ts', 'run-validation-tests.ts'].map((file) => join(__dirname, file));
  const hash = createHash('sha256');
  for (const file of [...sources, ...MODULE_FILES.map((name) => join(CLUSTER, name))]) hash.update(readFileSync(file));
  const calls = join(tmpdir(), `cdk8s-workloads-negatives-${hash.digest('hex').slice(0, 16)}.jsonl`);
  if (!existsSync(calls)) await record(calls);
  const lines = readFileSync(calls, 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as RecordedCall);
}

async function record(calls: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-workloads-negatives-'));
  try {
    copyFiles(MODULE_FILES, CLUSTER, folder);
    const kubernetes = await go(folder, ['mod', 'download', '-json', 'k8s.io/kubernetes']);
    const { Dir: source } = JSON.parse(kubernetes) as { readonly Dir: string };
    for (const group of new Set(FUNCTIONS.map((one) => one.group))) {
      copyPackage(join(source, 'pkg/apis', group, 'validation'), join(folder, group), group);
    }
    const unfinished = join(folder, 'calls.jsonl');
    await go(folder, ['test', '-trimpath', '-vet=off', '-count=1', './...'], { NEGATIVES: unfinished });
    renameSync(unfinished, calls);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The package of a group with its tests, the recorder, and functions that call it. */
function copyPackage(from: string, to: string, group: string): void {
  mkdirSync(to);
  const sources = readdirSync(from).filter((file) => file.endsWith('.go'));
  copyFiles(sources, from, to);
  copyFiles(['record.go'], __dirname, to);
  const changed = join(to, 'validation.go');
  const functions = FUNCTIONS.filter((one) => one.group === group);
  writeFileSync(changed, functions.reduce(recording, readFileSync(changed, 'utf8')));
}

/** Only what is in them: the module cache is read-only, and so would copies be. */
function copyFiles(names: readonly string[], from: string, to: string): void {
  for (const name of names) writeFileSync(join(to, name), readFileSync(join(from, name)));
}

/** The source with one function changed: it defers a call of the recorder. */
function recording(source: string, { name, whole }: ValidationFunction): string {
  const head = new RegExp(`^func ${name}\\((\\w+)(.*)\\) field\\.ErrorList \\{$`, 'm');
  if (!head.test(source)) throw new Error(`Kubernetes has no function "${name}" of a known form: correct functions.ts`);
  return source.replace(
    head,
    (_, first: string, rest: string) =>
      `func ${name}(${first}${rest}) (answer field.ErrorList) {\n` +
      `\tdefer func() { recordCall("${name}", ${whole ?? first}, answer) }()`,
  );
}

async function go(folder: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<string> {
  const options = { cwd: folder, env: { ...GO_ENVIRONMENT, ...environment }, maxBuffer: 64 * 1024 * 1024 };
  try {
    return (await run('go', [...args], options)).stdout;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { readonly stdout?: string; readonly stderr?: string };
    throw new Error(`go ${args.join(' ')} failed in ${folder}:\n${stderr}${stdout}`, { cause: error });
  }
}
