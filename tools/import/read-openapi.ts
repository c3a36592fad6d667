import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

import type { OpenApi } from './openapi';

/** Answers what the API server says at one path, as text. */
export type Get = (path: string) => string;

/**
 * The documents of an API server, one for each version of each API group. They repeat the definitions that they share.
 *
 * @param get how to ask the server; by default with `kubectl`, so with its KUBECONFIG and credentials
 */
export function readServer(get: Get = kubectl): readonly OpenApi[] {
  const index = JSON.parse(get('/openapi/v3')) as {
    readonly paths: Record<string, { readonly serverRelativeURL: string }>;
  };
  return Object.entries(index.paths)
    .filter(([path]) => IS_GROUP_VERSION.test(path))
    .map(([, { serverRelativeURL }]) => JSON.parse(get(serverRelativeURL)) as OpenApi);
}

/** The one document that `npm run import` saved. */
export function readSavedCopy(file: string): readonly OpenApi[] {
  return [JSON.parse(readFileSync(file, 'utf8')) as OpenApi];
}

// The index also lists the groups themselves (apis/apps), /version and the like, which describe no kinds.
const IS_GROUP_VERSION = /^(api|apis\/[^/]+)\/v[0-9][^/]*$/;

function kubectl(path: string): string {
  try {
    return execFileSync('kubectl', ['get', '--raw', path], {
      encoding: 'utf8',
      maxBuffer: 64 * 2 ** 20,
      stdio: 'pipe',
    });
  } catch (cause) {
    const way = 'Set KUBECONFIG and put kubectl on PATH, or use the saved copy: --from imports/kubernetes/openapi.json';
    throw new Error(`cannot read "${path}" from the API server. ${way}`, { cause });
  }
}
