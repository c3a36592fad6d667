import { readdirSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../command';

/** A file to be read. */
export interface File {
  /** As the user gave it, or below the folder that the user gave. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
}

/**
 * The files of the arguments, each once, in their order: a file itself, and of a folder all that end in .yaml, .yml or .json, however deep,
 * but not those in `node_modules` and in folders that begin with a point.
 *
 * @throws UsageError when there is no such file, or none in a folder
 */
export function findFiles(paths: readonly string[]): readonly File[] {
  const files = new Map<string, File>();
  for (const path of paths) {
    for (const file of filesAt(path)) files.set(file.path, file);
  }
  return [...files.values()];
}

function filesAt(path: string): readonly File[] {
  const stat = statOf(path);
  if (!stat.isDirectory()) return [{ path, size: stat.size }];
  const found = readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => MANIFEST.test(name) && !HIDDEN.test(name))
    .sort()
    .map((name) => join(path, name))
    .map((file) => ({ path: file, stat: statOf(file) }))
    .filter(({ stat }) => stat.isFile())
    .map(({ path: file, stat: { size } }) => ({ path: file, size }));
  if (found.length === 0) throw new UsageError(`folder "${path}" has no .yaml, .yml or .json file`);
  return found;
}

const MANIFEST = /\.(ya?ml|json)$/;
const HIDDEN = /(^|[\\/])(node_modules|\.[^\\/]*)[\\/]/;

function statOf(path: string): Stats {
  try {
    return statSync(path);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    throw new UsageError(`cannot read "${path}": ${code === 'ENOENT' ? 'there is no such file or folder' : message}`);
  }
}
