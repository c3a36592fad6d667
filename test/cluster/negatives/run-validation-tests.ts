import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
// As `kube build` compiled Kubernetes, so that Go takes all but the packages with the tests from its cache.
const GO_ENVIRONMENT = { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-mod=mod' };

/**
 * Runs Kubernetes' own validation tests, in copies of their packages whose validation functions write down what they are called with.
 * What they wrote is kept in the folder for temporary files: a second run only reads it.
 *
 * @throws Error when Go is not there, or a package does not compile, or a test fails
 */
export async function runValidationTests(): Promise<readonly RecordedCall[]> {
  const recorder = readFileSync(join(__dirname, 'record.go'), 'utf8');
  const modules = ['go.mod', 'go.sum'].map((file) => readFileSync(join(CLUSTER, file), 'utf8'));
  const key = createHash('sha256').update(JSON.stringify([recorder, modules, FUNCTIONS]));
  const folder = join(tmpdir(), `cdk8s-workloads-negatives-${key.digest('hex').slice(0, 16)}`);
  const calls = join(folder, 'calls.jsonl');
  if (!existsSync(calls)) renameSync(await record(folder), calls);
  const lines = readFileSync(calls, 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as RecordedCall);
}

async function record(folder: string): Promise<string> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  copyFiles(['go.mod', 'go.sum'], CLUSTER, folder);
  const kubernetes = JSON.parse(await go(folder, ['mod', 'download', '-json', 'k8s.io/kubernetes'])) as { Dir: string };
  for (const group of new Set(FUNCTIONS.map((one) => one.group))) {
    const [original, copy] = [join(kubernetes.Dir, 'pkg/apis', group, 'validation'), join(folder, group)];
    mkdirSync(copy);
    const sources = readdirSync(original).filter((file) => file.endsWith('.go'));
    copyFiles(sources, original, copy);
    copyFiles(['record.go'], __dirname, copy);
    const changed = join(copy, 'validation.go');
    const own = FUNCTIONS.filter((one) => one.group === group);
    writeFileSync(changed, own.reduce(recording, readFileSync(changed, 'utf8')));
  }
  const records = join(folder, 'unfinished.jsonl');
  await go(folder, ['test', '-trimpath', '-vet=off', '-count=1', './...'], { NEGATIVES: records });
  return records;
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
