// Each function gives what is wrong with a path as a phrase that continues `<prop> "<value>" `, or undefined.

/** A path from the root: of a Unix system, or of a drive of a Windows one. */
const ABSOLUTE = /^(\/|[A-Za-z]:[\\/])/;

/**
 * A path must start at the root and never step back.
 *
 * @example absolutePathProblem('data') // 'is not absolute: write "/data"'
 */
export function absolutePathProblem(path: string): string | undefined {
  if (path === '') return 'is empty: write an absolute path, such as "/data"';
  if (!ABSOLUTE.test(path)) return `is not absolute: write "/${path.replace(/^(\.\/)+/, '')}"`;
  return backstepProblem(path);
}

/**
 * Where a volume appears in a container. The API server asks only for a path that is not empty; the rest is what happens later:
 * a relative path is taken from the root by the kubelet, its documentation forbids ":", and a mount over "/" hides the image.
 *
 * @example mountPathProblem('/') // 'is the root of the container and would hide its image: mount a directory below it'
 */
export function mountPathProblem(path: string): string | undefined {
  const problem = absolutePathProblem(path);
  if (problem !== undefined) return problem;
  if (/^\/+$/.test(path)) return 'is the root of the container and would hide its image: mount a directory below it';
  if (path.replace(ABSOLUTE, '').includes(':'))
    return 'has a ":", which container runtimes read as a separator: use another name';
  return undefined;
}

/**
 * A path of the node for a `hostPath` volume. The API server asks for a path without ".."; that it is absolute is ours, because
 * nobody knows what it would be relative to.
 *
 * @example hostPathProblem('/var/log/../lib') // 'has "..": write the path that it leads to'
 */
export function hostPathProblem(path: string): string | undefined {
  return absolutePathProblem(path);
}

/**
 * A path inside a volume, for `subPath` and `subPathExpr`: relative, and never out of it (`validateLocalDescendingPath` of
 * Kubernetes). The empty path is the volume itself.
 *
 * @example subPathProblem('/pgdata') // 'is absolute: write it from the root of the volume, "pgdata"'
 */
export function subPathProblem(path: string): string | undefined {
  if (path.startsWith('/')) return `is absolute: write it from the root of the volume, "${path.replace(/^\/+/, '')}"`;
  return backstepProblem(path);
}

function backstepProblem(path: string): string | undefined {
  return path.split(/[\\/]/).includes('..') ? 'has "..": write the path that it leads to' : undefined;
}
