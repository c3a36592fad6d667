/**
 * Paths as the API server checks them, which is looser than src/manifest/path.ts: it may be empty, and "\" is no separator.
 * Each function gives a phrase about the path, or undefined.
 */

/** A path that never steps back (validatePathNoBacksteps). */
export function backstepProblem(path: string): string | undefined {
  return path.includes('..') && path.split('/').includes('..')
    ? 'has "..": write the path that it leads to'
    : undefined;
}

/** The same, and it is relative (validateLocalDescendingPath). */
export function descendingPathProblem(path: string): string | undefined {
  if (path.startsWith('/')) return `is absolute: write it without the first "/"`;
  return backstepProblem(path);
}

/** The same, for a file of a volume that the kubelet writes: names that begin with ".." are its own (ValidateLocalNonReservedPath). */
export function volumeFilePathProblem(path: string): string | undefined {
  if (path === '') return 'is empty: name the file inside of the volume';
  if (path.startsWith('..') && !path.startsWith('../') && path !== '..') {
    return 'begins with "..", which volumes keep for themselves: use another file name';
  }
  return descendingPathProblem(path);
}
