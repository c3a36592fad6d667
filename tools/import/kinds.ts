import type { Kind } from './model';
import type { OpenApi } from './openapi';
import { apiVersionOf, keyOfKind } from './openapi';

/**
 * The kinds that can be created at the paths of a saved copy. A path also says the kind's resource name and whether it has a
 * namespace: `/apis/apps/v1/namespaces/{namespace}/deployments`.
 *
 * @param names the short name of each definition
 */
export function kindsOf({ paths, components }: OpenApi, names: ReadonlyMap<string, string>): readonly Kind[] {
  const definitions = new Map<string, string>();
  for (const [fullName, name] of names) {
    const kinds = components.schemas[fullName]?.['x-kubernetes-group-version-kind'] ?? [];
    for (const words of kinds) definitions.set(keyOfKind(words), name);
  }
  const found = Object.entries(paths).flatMap(([path, { post }]): Kind | [] => {
    const words = post?.['x-kubernetes-group-version-kind'];
    const definition = words && definitions.get(keyOfKind(words));
    if (words === undefined || definition === undefined) return [];
    return {
      apiVersion: apiVersionOf(words),
      kind: words.kind,
      definition,
      resource: path.slice(path.lastIndexOf('/') + 1),
      namespaced: path.includes('/namespaces/{namespace}/'),
      subresources: subresourcesOf(path, paths),
    };
  });
  return found.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

function subresourcesOf(path: string, paths: OpenApi['paths']): readonly string[] {
  const below = `${path}/{name}/`;
  return Object.keys(paths).flatMap((other) => (other.startsWith(below) ? [other.slice(below.length)] : []));
}

function sortKey({ apiVersion, kind }: Kind): string {
  return `${apiVersion}/${kind}`;
}
