import { groupOf } from '../../../manifest/object-key';
import { push } from '../../../values/push';
import type { CustomResourceDefinition } from '../../../manifest/kubernetes';
import { ROOT } from '../../path';
import type { AppRule } from '../../rule';
import { definitionsOf } from './definitions';

export const unservedKind: AppRule = {
  code: 'unserved-kind',
  severity: 'error',
  on: 'the whole app',
  summary:
    'A custom resource has the kind of its CustomResourceDefinition, and a version that it serves, or the API server does not know it.',
  mirrors: 'apiextensions-apiserver/pkg/apiserver/customresource_handler.go: ServeHTTP',
  check(inventory, report, { customResources }) {
    const byGroup = new Map<string, CustomResourceDefinition[]>();
    for (const definition of definitionsOf(inventory, customResources)) {
      push(byGroup, definition.spec.group, definition);
    }
    if (byGroup.size === 0) return;
    for (const item of inventory.items) {
      const { apiVersion, kind } = item.object;
      const definitions = byGroup.get(groupOf(apiVersion));
      if (definitions === undefined) continue;
      const served = definitions.filter(({ spec }) => spec.names.kind === kind).flatMap(servedBy);
      if (served.includes(apiVersion)) continue;
      if (served.length > 0) {
        const fix = `write ${served.map((version) => `"${version}"`).join(' or ')}`;
        report(item, ROOT.field('apiVersion'), `"${apiVersion}" has no ${kind}`, fix);
        continue;
      }
      const meant = definitions.find((definition) => isMeant(kind, definition))?.spec.names.kind;
      if (meant !== undefined) report(item, ROOT.field('kind'), `"${kind}" is not a kind`, `write "${meant}"`);
    }
  },
};

function servedBy({ spec }: CustomResourceDefinition): readonly string[] {
  return spec.versions.filter(({ served }) => served).map(({ name }) => `${spec.group}/${name}`);
}

/** A kind is written as the definition does; its other names are for people at a prompt. */
function isMeant(kind: string, { spec: { names } }: CustomResourceDefinition): boolean {
  const word = kind.toLowerCase();
  if (kind === names.kind) return false;
  return [names.kind.toLowerCase(), names.plural, names.singular, ...(names.shortNames ?? [])].includes(word);
}
