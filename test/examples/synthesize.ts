import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

export const EXAMPLES = join(ROOT, 'examples');

/** The names of the examples, in the order of the course: `01-hello`. */
export function examples(): readonly string[] {
  return readdirSync(EXAMPLES).sort();
}

/**
 * Runs an example as `cdk8s synth` does, and gives what it wrote, by file name.
 *
 * @throws with what the example printed when it fails
 */
export async function synthesize(example: string): Promise<Readonly<Record<string, string>>> {
  const outdir = mkdtempSync(join(tmpdir(), 'example-'));
  try {
    await run(`${example}/main.ts`, '', { CDK8S_OUTDIR: outdir });
    return Object.fromEntries(readdirSync(outdir).map((file) => [file, readFileSync(join(outdir, file), 'utf8')]));
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/**
 * Runs a program of the examples, such as `09-todo/agenda.ts`, and gives what it printed.
 *
 * @throws with what it printed as errors when it fails
 */
export function run(program: string, input: string, env: NodeJS.ProcessEnv = {}): Promise<string> {
  // The check's tsconfig says where "cdk8s-workloads" is, which no example can know.
  const args = [require.resolve('tsx/cli'), '--tsconfig', join(ROOT, 'tsconfig.check.json'), join(EXAMPLES, program)];
  const child = spawn(process.execPath, args, { cwd: ROOT, env: { ...process.env, ...env } });
  let [output, errors] = ['', ''];
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  child.stderr.on('data', (text: Buffer) => (errors += text.toString()));
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(output) : reject(new Error(errors))));
  });
}
