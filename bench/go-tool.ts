import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { run } from './process';

const FOLDER = join(homedir(), '.cache/cdk8s-workloads-bench');

/**
 * The path of a program that is written in Go. It is compiled once a machine, outside of the repository. Needs Go.
 *
 * @param path of its package, which ends in the name of the program: `helm.sh/helm/v4/cmd/helm`
 */
export function goTool(path: string): string {
  const program = join(FOLDER, basename(path));
  if (!existsSync(program)) run('env', [`GOBIN=${FOLDER}`, 'go', 'install', `${path}@latest`]);
  return program;
}
