import { absolutePathProblem, hostPathProblem, mountPathProblem, subPathProblem } from '../../../src/manifest/path';

describe('a path', () => {
  const checks = { absolutePathProblem, mountPathProblem, hostPathProblem, subPathProblem };

  test.each<[keyof typeof checks, string]>([
    ['absolutePathProblem', '/'],
    ['mountPathProblem', '/var/lib/postgresql/data'],
    ['mountPathProblem', '/a/..b/c..'],
    ['mountPathProblem', 'C:\\data'],
    ['hostPathProblem', '/'],
    ['hostPathProblem', '/var/run/docker:1.sock'],
    ['subPathProblem', 'pgdata'],
    ['subPathProblem', 'a/b.c'],
    ['subPathProblem', ''],
  ])('%s() takes %j', (check, path) => {
    expect(checks[check](path)).toBeUndefined();
  });

  test.each<[keyof typeof checks, string, string]>([
    ['absolutePathProblem', '', 'is empty: write an absolute path, such as "/data"'],
    ['absolutePathProblem', './data', 'is not absolute: write "/data"'],
    ['mountPathProblem', 'data', 'is not absolute: write "/data"'],
    ['mountPathProblem', '/a/../b', 'has "..": write the path that it leads to'],
    ['mountPathProblem', '/data:ro', 'has a ":", which container runtimes read as a separator: use another name'],
    ['mountPathProblem', 'C:\\data:x', 'has a ":", which container runtimes read as a separator: use another name'],
    ['mountPathProblem', '/', 'is the root of the container and would hide its image: mount a directory below it'],
    ['hostPathProblem', '/var/log/..', 'has "..": write the path that it leads to'],
    ['hostPathProblem', 'var', 'is not absolute: write "/var"'],
    ['subPathProblem', '/pgdata', 'is absolute: write it from the root of the volume, "pgdata"'],
    ['subPathProblem', '../other', 'has "..": write the path that it leads to'],
  ])('%s() says that %j %s', (check, path, problem) => {
    expect(checks[check](path)).toBe(problem);
  });
});
