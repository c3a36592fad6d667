import type { RuleFinding } from '../../../crd/cel/check-rules';
import type { CustomResourceDefinition, JSONSchemaProps } from '../../../manifest/kubernetes';
import { reportPhrase } from '../../check-field';
import { customResourceChecks } from '../../custom-resources';
import type { Inventory, Item } from '../../inventory';
import { pathIn, ROOT } from '../../path';
import type { AppRule } from '../../rule';
import { type CustomObject, customObjects } from './definitions';

/** What `x-kubernetes-validations` says of the objects. */
export const customResourceRule: AppRule = {
  code: 'custom-resource-rule',
  severity: 'error',
  on: 'the whole app',
  summary: 'A custom resource obeys the rules in CEL that its CustomResourceDefinition has for it.',
  mirrors: 'apiextensions-apiserver/pkg/apiserver/schema/cel/validation.go: Validator.Validate',
  check(inventory, report, { customResources }) {
    for (const { item, verdict, path, rule, message } of findingsOf(inventory, customResources)) {
      if (verdict === 'skipped') continue;
      const shown = JSON.stringify(rule);
      const says = verdict === 'error' ? `makes a rule fail: ${message ?? ''}` : `breaks a rule: ${message ?? ''}`;
      if (message === undefined) report(item, pathIn(ROOT, path), `breaks the rule ${shown}`);
      else report(item, pathIn(ROOT, path), says, `make ${shown} true`);
    }
  },
};

/** Rules that CEL in Kubernetes can evaluate, and patterns that Go can, and this package cannot. */
export const rulesNotEvaluated: AppRule = {
  code: 'rules-not-evaluated',
  severity: 'warning',
  on: 'the whole app',
  summary:
    'Every rule and pattern of a CustomResourceDefinition can be evaluated here, so that nothing is passed by in silence.',
  check(inventory, report, { customResources }) {
    const told = new Set<string>();
    for (const { item, verdict, path, rule, message } of findingsOf(inventory, customResources)) {
      // Once for all objects of a kind: it is a property of the rule.
      const key = JSON.stringify([item.object.apiVersion, item.object.kind, rule]);
      if (verdict !== 'skipped' || told.has(key)) continue;
      told.add(key);
      report(item, pathIn(ROOT, path), `is not checked by the rule ${JSON.stringify(rule)}: ${message ?? ''}`, ASK);
    }
    const seen = new Set<JSONSchemaProps>();
    for (const { item, schema } of customObjects(inventory, customResources)) {
      if (seen.has(schema)) continue;
      seen.add(schema);
      for (const { path, phrase } of customResourceChecks().uncheckedPatterns(schema)) {
        reportPhrase(
          (at, message, fix) => report(item, at, message, fix),
          ROOT,
          `is not checked by the ${path} ${phrase}`,
        );
      }
    }
  },
};

const ASK = 'ask the API server, with kubectl apply --dry-run=server';

interface Found extends RuleFinding {
  readonly item: Item;
}

const FOUND = new WeakMap<Inventory, readonly Found[]>();

/** Both rules above ask for the same. The server asks rules only of objects that fit their schema. */
function findingsOf(inventory: Inventory, given: readonly CustomResourceDefinition[]): readonly Found[] {
  let found = FOUND.get(inventory);
  if (found === undefined) {
    const objects = customObjects(inventory, given);
    found = objects.length === 0 ? [] : findingsAbout(objects);
    FOUND.set(inventory, found);
  }
  return found;
}

function findingsAbout(objects: readonly CustomObject[]): readonly Found[] {
  const { checkRules, hasRules } = customResourceChecks();
  return objects.flatMap((object) => {
    const { item, schema, problems } = object;
    if (!item.isSound || !hasRules(schema) || problems.length > 0) return [];
    return checkRules(schema, item.object, object).map((finding) => ({ item, ...finding }));
  });
}
