import { readdirSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { UsageError } from '../command';
import { cannotRead } from '../read-text';

/** A file to be read. */
export interface File {
  /** As the user gave it, or below the folder that the user gave. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** It was found in a folder, and not named by the user. */
  readonly isFound: boolean;
}

/**
 * The files of the arguments, each once, in their order: a file itself, and of a folder all that end in .yaml, .yml or .json, however deep,
 * but not those in `node_modules` and in folders that begin with a point.
 *
 * @param exclude names of files and folders, or their paths: what is called so, and what is there or below it, is left out
 * @throws UsageError when there is no such file, or none in a folder
 */
export function findFiles(paths: readonly string[], exclude: readonly string[] = []): readonly File[] {
  const excluded = new Set(exclude.map((name) => name.replace(/[\\/]+$/, '')));
  const files = new Map<string, File>();
  for (const path of paths) {
    for (const file of filesAt(path, excluded)) {
      const whole = resolve(file.path);
      if (!files.has(whole)) files.set(whole, file);
    }
  }
  return [...files.values()];
}

function filesAt(path: string, excluded: ReadonlySet<string>): readonly File[] {
  const stat = statOf(path);
  if (!stat.isDirectory()) {
    return isExcluded(dirname(path), basename(path), excluded) ? [] : [{ path, size: stat.size, isFound: false }];
  }
  const found = namesIn(path)
    .filter((name) => MANIFEST.test(name) && !HIDDEN.test(name) && !isExcluded(path, name, excluded))
    .sort()
    .map((name) => join(path, name))
    .map((file) => ({ path: file, stat: statOf(file) }))
    .filter(({ stat }) => stat.isFile())
    .map(({ path: file, stat: { size } }) => ({ path: file, size, isFound: true }));
  if (found.length === 0) {
    throw new UsageError(
      `folder "${path}" has no .yaml, .yml or .json file${excluded.size > 0 ? ' that --exclude leaves' : ''}`,
    );
  }
  return found;
}

/** @param name of a file below the folder */
function isExcluded(folder: string, name: string, excluded: ReadonlySet<string>): boolean {
  if (excluded.size === 0) return false;
  if (name.split(/[\\/]/).some((step) => excluded.has(step))) return true;
  const file = resolve(folder, name);
  return [...excluded].map((path) => resolve(path)).some((path) => file === path || file.startsWith(`${path}${sep}`));
}

const MANIFEST = /\.(ya?ml|json)$/;
const HIDDEN = /(^|[\\/])(node_modules|\.[^\\/]*)[\\/]/;

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch (cause) {
    throw cannotRead(folder, cause);
  }
}

function statOf(path: string): Stats {
  try {
    return statSync(path);
  } catch (cause) {
    throw cannotRead(path, cause);
  }
}
