import type { Model } from './model';

/** The list of the kinds without a namespace: all that the library needs to know about kinds at run time, so that it loads nothing more. */
export function writeClusterScoped({ kubernetes, kinds }: Model): string {
  const clusterScoped = kinds.filter(({ namespaced }) => !namespaced);
  return [
    `// The built-in kinds of Kubernetes ${kubernetes} that have no namespace. Written by \`npm run import\`: do not edit.`,
    `export const CLUSTER_SCOPED: readonly string[] = [`,
    ...clusterScoped.map(({ apiVersion, kind }) => `  '${apiVersion}/${kind}',`),
    `];`,
    ``,
  ].join('\n');
}
