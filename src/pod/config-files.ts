import { createHash } from 'node:crypto';
import type { ConfigMap, Volume } from '../manifest/kubernetes';
import { configKeyProblem } from '../manifest/name';
import { mountPathProblem } from '../manifest/path';
import { keyed, type Problems } from '../props/problem';
import type { OwnMount } from './mounts';

/** The most that the values of a ConfigMap have together, in bytes. Source: ValidateConfigMap, which takes MaxSecretSize for both. */
const MAX_CONFIG_BYTES = 1024 * 1024;

/**
 * Files that the container reads. They become a ConfigMap, and a change in any of them rolls the pods.
 *
 * @example
 * { mountPath: '/etc/postgresql', files: { 'postgresql.conf': 'max_connections = 200\n' } }
 */
export interface ConfigFiles {
  /** The folder in which the container finds the files. What the image has there is hidden, unless `keepFolder` says otherwise. */
  readonly mountPath: string;
  /** Contents by file name. */
  readonly files: Readonly<Record<string, string>>;
  /**
   * The mode of the files, in octal: `0o555` for scripts that are run.
   *
   * @default 0o644
   */
  readonly defaultMode?: number;
  /**
   * Whether a change rolls the pods. With `false` the files in running pods change after a minute or so, for a program that watches them.
   *
   * @default true
   */
  readonly roll?: boolean;
  /**
   * Whether what the image has in the folder stays. Each file is then mounted by itself, with `subPath`; it changes only when the pods
   * roll.
   *
   * @default false
   */
  readonly keepFolder?: boolean;
}

/** The volume that a pod gets for its config files; other containers mount it as `{ volume: 'config' }`. */
export const CONFIG_VOLUME = 'config';

/** The ConfigMap of a workload's config files. */
function configMapName(workload: string): string {
  return `${workload}-config`;
}

/** An annotation of the pod template that is another one when a file is: so a new config makes new pods. */
export function configChecksum({ files, roll }: ConfigFiles): Readonly<Record<string, string>> {
  if (roll === false) return {};
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

/** The volume of a workload's config files. */
export function configVolume(workload: string, { defaultMode }: ConfigFiles): Volume {
  const mode = defaultMode === undefined ? {} : { defaultMode };
  return { name: CONFIG_VOLUME, configMap: { name: configMapName(workload), ...mode } };
}

/** What the main container sees of it: one folder, or with `keepFolder` each file. */
export function configMounts({ mountPath, files, keepFolder }: ConfigFiles): readonly OwnMount[] {
  const mount = { volume: CONFIG_VOLUME, readOnly: true };
  if (keepFolder !== true) return [{ prop: 'config', path: mountPath, mount }];
  return Object.keys(files).map((file) => ({
    prop: 'config',
    path: `${mountPath.replace(/\/$/, '')}/${file}`,
    mount: { ...mount, subPath: file },
  }));
}

export function checkConfigFiles(problems: Problems, config: ConfigFiles | undefined): void {
  if (config === undefined) return;
  problems.check('config.mountPath', config.mountPath, mountPathProblem);
  problems.check('config.defaultMode', config.defaultMode, fileModeProblem);
  if (config.roll === false && config.keepFolder === true) {
    const problem =
      'stands beside keepFolder: files that are mounted one by one change only when the pods roll, leave one out';
    problems.add('config.roll', false, problem);
  }
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
    else bytes += Buffer.byteLength(content);
  }
  if (bytes > MAX_CONFIG_BYTES) {
    problems.add(
      'config.files',
      undefined,
      `have ${bytes} bytes; a ConfigMap holds ${MAX_CONFIG_BYTES}: put large files into the image or a volume`,
    );
  }
}

function fileModeProblem(mode: unknown): string | undefined {
  if (Number.isInteger(mode) && Number(mode) >= 0 && Number(mode) <= 0o777) return undefined;
  // 755 is what people write for 0o755.
  const octal = /^0?[0-7]{3}$/.test(String(mode)) ? String(mode).slice(-3) : '644';
  return `is not a file mode: write it in octal, 0o${octal}`;
}
