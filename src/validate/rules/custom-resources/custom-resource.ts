import { checkResource } from '../../../crd/check-value';
import type { CustomResourceDefinition, JSONSchemaProps } from '../../../manifest/kubernetes';
import { reportPhrase } from '../../check-field';
import { pathIn, ROOT } from '../../path';
import type { AppRule } from '../../rule';

/** The objects of definitions that are among the manifests, or that the caller gave. */
export const customResource: AppRule = {
  code: 'custom-resource',
  severity: 'error',
  on: 'the whole app',
  summary: 'A custom resource fits the schema of its CustomResourceDefinition.',
  mirrors: 'apiextensions-apiserver/pkg/registry/customresource/strategy.go: Validate',
  check(inventory, report, { customResources }) {
    const own = inventory.ofKind('apiextensions.k8s.io/v1/CustomResourceDefinition').map(({ object }) => object);
    const schemas = new Map([...customResources, ...own].flatMap(schemasOf));
    if (schemas.size === 0) return;
    for (const item of inventory.items) {
      const { apiVersion, kind } = item.object;
      const schema = schemas.get(`${apiVersion}/${kind}`);
      if (schema === undefined) continue;
      for (const { path, phrase } of checkResource(schema, item.object)) {
        reportPhrase((at, message, fix) => report(item, at, message, fix), pathIn(ROOT, path), phrase);
      }
    }
  },
};

/** The schema of each version, by what its objects have as apiVersion and kind. */
function schemasOf({ spec }: CustomResourceDefinition): readonly (readonly [string, JSONSchemaProps])[] {
  return spec.versions.flatMap(({ name, schema }) => {
    const root = schema?.openAPIV3Schema;
    return root ? [[`${spec.group}/${name}/${spec.names.kind}`, root] as const] : [];
  });
}
