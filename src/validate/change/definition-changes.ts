import type { CustomResourceDefinition } from '../../../imports/kubernetes/types';
import { customResourceChecks } from '../custom-resources';
import { pathIn, ROOT } from '../path';
import type { AnyChangeRule, ChangeRule } from './change-rule';
import { reportChanges } from './difference';

const KIND = 'apiextensions.k8s.io/v1/CustomResourceDefinition';
const SPEC = ROOT.field('spec');

const definitionChange: ChangeRule<typeof KIND> = {
  code: 'definition-change',
  severity: 'error',
  kinds: [KIND],
  summary: 'A custom resource keeps its names and its scope, and the version in which its objects are stored.',
  mirrors:
    'apiextensions-apiserver/pkg/apis/apiextensions/validation/validation.go: validateCustomResourceDefinitionSpecUpdate',
  check(before, after, report) {
    const fields = ['spec.group', 'spec.names.kind', 'spec.names.plural', 'spec.scope'];
    const fix = 'keep it, or make a definition beside the old one, and copy the objects';
    reportChanges(KIND, fields, [before, after], report, fix);
    for (const stored of storedVersions(before)) {
      if (after.spec.versions.some(({ name }) => name === stored)) continue;
      const message = `have no "${stored}", in which objects are stored`;
      report(SPEC.field('versions'), message, 'keep it with "storage: false" until all are stored in another one');
    }
  },
};

/** What the other rule says. */
const REFUSED: ReadonlySet<string> = new Set(['group-changed', 'plural-changed', 'kind-changed', 'scope-changed']);

const breakingDefinition: ChangeRule<typeof KIND> = {
  code: 'breaking-definition',
  severity: 'warning',
  kinds: [KIND],
  summary: 'Objects that are stored, and programs that use them, go on to work with the new definition.',
  check(before, after, report) {
    for (const { breaking, code, path, message } of customResourceChecks().compareDefinitions(before, after)) {
      if (!breaking || REFUSED.has(code)) continue;
      const [version = ''] = path.split('.');
      const isOfVersion = [...before.spec.versions, ...after.spec.versions].some(({ name }) => name === version);
      if (!isOfVersion) report(pathIn(ROOT, path), message);
      else if (code !== 'stored-version-removed' || !storedVersions(before).includes(version)) {
        const index = after.spec.versions.findIndex(({ name }) => name === version);
        const list = SPEC.field('versions');
        // The path goes on in the schema, where each level of the definition has two: it would be hard to read.
        report(index < 0 ? list : list.item(index), `"${path}" ${message}`);
      }
    }
  },
};

/** The versions in which there may be objects: what a server says, or at least the one of today. */
function storedVersions({ spec: { versions }, status }: CustomResourceDefinition): readonly string[] {
  const now = versions.filter(({ storage }) => storage).map(({ name }) => name);
  return [...new Set([...now, ...(status?.storedVersions ?? [])])];
}

/** Changes of CustomResourceDefinitions. */
export const DEFINITION_CHANGES: readonly AnyChangeRule[] = [definitionChange, breakingDefinition];
