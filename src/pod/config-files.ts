import { createHash } from 'node:crypto';
import type { ConfigMap } from '../manifest/kubernetes';
import { configKeyProblem } from '../manifest/name';
import { mountPathProblem } from '../manifest/path';
import { keyed, type Problems } from '../manifest/problem';

/** The most that a ConfigMap holds, in bytes. Source: MaxSecretSize in Kubernetes' core validation. */
const MAX_CONFIG_BYTES = 1024 * 1024;

/**
 * Files that the container reads. They become a ConfigMap, and a change in any of them rolls the pods.
 *
 * @example
 * { mountPath: '/etc/postgresql', files: { 'postgresql.conf': 'max_connections = 200\n' } }
 */
export interface ConfigFiles {
  /** The folder in which the container finds the files. What the image has there is hidden. */
  readonly mountPath: string;
  /** Contents by file name. */
  readonly files: Readonly<Record<string, string>>;
}

/** The volume that a pod gets for its config files; other containers mount it as `{ volume: 'config' }`. */
export const CONFIG_VOLUME = 'config';

/** The ConfigMap of a workload's config files. */
export function configMapName(workload: string): string {
  return `${workload}-config`;
}

/** An annotation of the pod template that is another one when a file is: so a new config makes new pods. */
export function configChecksum({ files }: ConfigFiles): Readonly<Record<string, string>> {
  const content = JSON.stringify(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { 'checksum/config': createHash('sha256').update(content).digest('hex') };
}

export function configMap(
  workload: string,
  labels: Readonly<Record<string, string>>,
  { files }: ConfigFiles,
): ConfigMap {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: configMapName(workload), labels }, data: files };
}

export function checkConfigFiles(problems: Problems, config: ConfigFiles | undefined): void {
  if (config === undefined) return;
  problems.check('config.mountPath', config.mountPath, mountPathProblem);
  let bytes = 0;
  for (const [name, content] of Object.entries(config.files)) {
    const problem = configKeyProblem(name);
    if (problem !== undefined) problems.add('config.files', name, problem);
    if (typeof content !== 'string')
      problems.add(
        keyed('config.files', name),
        content,
        'is not a string: write the text of the file, such as JSON.stringify(...)',
      );
    else bytes += name.length + Buffer.byteLength(content);
  }
  if (bytes > MAX_CONFIG_BYTES) {
    problems.add(
      'config.files',
      undefined,
      `have ${bytes} bytes; a ConfigMap holds ${MAX_CONFIG_BYTES}: put large files into the image or a volume`,
    );
  }
}
