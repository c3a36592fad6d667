import type { CustomResourceDefinition } from '../../../manifest/kubernetes';
import { ROOT } from '../../path';
import type { AppRule } from '../../rule';
import { definitionsOf } from '../custom-resources/definitions';

export const deprecatedVersion: AppRule = {
  code: 'deprecated-version',
  severity: 'warning',
  on: 'the whole app',
  summary:
    'The version of an object is not deprecated, because a later Kubernetes or a later definition no longer serves it.',
  mirrors:
    'api/core/v1/lifecycle.go: APILifecycleDeprecated; apiextensions-apiserver/pkg/apiserver/customresource_handler.go',
  check(inventory, report, { customResources }) {
    for (const item of inventory.ofKind('v1/Endpoints')) {
      report(
        item,
        ROOT.field('apiVersion'),
        'has had Endpoints deprecated since 1.33',
        'make a discovery.k8s.io/v1 EndpointSlice',
      );
    }
    const fixes = new Map(definitionsOf(inventory, customResources).flatMap(fixesOf));
    if (fixes.size === 0) return;
    for (const item of inventory.items) {
      const { apiVersion, kind } = item.object;
      const fix = fixes.get(`${apiVersion}/${kind}`);
      if (fix !== undefined) report(item, ROOT.field('apiVersion'), `"${apiVersion}" is deprecated for ${kind}`, fix);
    }
  },
};

/** What to do about objects of each deprecated version, by their apiVersion and kind. */
function fixesOf({
  spec: { group, names, versions },
}: CustomResourceDefinition): readonly (readonly [string, string])[] {
  const served = versions.filter((version) => version.served);
  const others = served.filter(({ deprecated }) => deprecated !== true).map(({ name }) => `"${group}/${name}"`);
  const choice =
    others.length > 0 ? `write ${others.join(' or ')}` : `ask who makes ${names.kind} what takes its place`;
  return served
    .filter(({ deprecated }) => deprecated === true)
    .map(({ name, deprecationWarning }) => [`${group}/${name}/${names.kind}`, deprecationWarning ?? choice] as const);
}
