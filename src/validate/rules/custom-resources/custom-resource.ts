import { reportPhrase } from '../../check-field';
import { pathIn, ROOT } from '../../path';
import type { AppRule } from '../../rule';
import { customObjects } from './definitions';

/** The objects of definitions that are among the manifests, or that the caller gave. */
export const customResource: AppRule = {
  code: 'custom-resource',
  severity: 'error',
  on: 'the whole app',
  summary: 'A custom resource fits the schema of its CustomResourceDefinition.',
  mirrors: 'apiextensions-apiserver/pkg/registry/customresource/strategy.go: Validate',
  check(inventory, report, { customResources }) {
    for (const { item, problems } of customObjects(inventory, customResources)) {
      for (const { path, phrase } of problems) {
        reportPhrase((at, message, fix) => report(item, at, message, fix), pathIn(ROOT, path), phrase);
      }
    }
  },
};
