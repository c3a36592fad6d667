import type { RuleFinding } from '../../crd/cel/check-rules';
import { isFields } from '../../values/fields';
import type { JSONSchemaProps } from '../../manifest/kubernetes';
import type { AnyObject } from '../any-object';
import { customResourceChecks } from '../custom-resources';
import type { Item } from '../inventory';
import { pathIn, ROOT } from '../path';
import { type CustomObject, customObjects } from '../rules/custom-resources/definitions';
import type { AnyChangeRule, WholeChangeRule } from './change-rule';
import { isLive } from './live-object';

const customResourceChange: WholeChangeRule = {
  code: 'custom-resource-change',
  severity: 'error',
  on: 'the whole change',
  summary:
    'A custom resource changes as the rules in CEL of its CustomResourceDefinition allow, which compare it with "oldSelf".',
  mirrors: 'apiextensions-apiserver/pkg/apiserver/schema/cel/validation.go: Validator.Validate',
  check({ kept, after, customResources }, report) {
    const before = new Map(kept.map(([was, is]) => [is, was] as const));
    for (const object of customObjects(after, customResources)) {
      const was = before.get(object.item);
      if (was === undefined) continue;
      for (const { path, rule, message } of findingsOf(was, object)) {
        const says = message === undefined ? `the rule ${JSON.stringify(rule)}` : `a rule: ${message}`;
        report(object.item, pathIn(ROOT, path), `breaks ${says}`, 'keep what was there, or make another object');
      }
    }
  },
};

/** The server asks rules only of objects that fit their schema. */
function findingsOf(was: Item, object: CustomObject): readonly RuleFinding[] {
  const { item: is, schema, problems } = object;
  const old = inVersionOf(is.object, was.object, object);
  if (old === undefined || !was.isSound || !is.isSound || problems.length > 0) return [];
  const { checkChange, checkResource } = customResourceChecks();
  if (checkResource(schema, old).length > 0) return [];
  const findings = (after: unknown): readonly RuleFinding[] =>
    checkChange(schema, [old, after], object).filter(({ verdict }) => verdict !== 'skipped');
  const found = findings(is.object);
  // What a status says that nobody knows could be anything.
  if (!isLive(old)) return found.filter(({ rule }) => !readsStatus(schema, rule));
  if (found.length === 0) return [];
  // What is not given may not have been given before, and then stays.
  const others = findings(withMissing(old, is.object)).map(({ path, rule }) => `${path} ${rule}`);
  return found.filter(({ path, rule }) => others.includes(`${path} ${rule}`));
}

/** An object as one of the version of another; undefined where only a webhook knows. */
function inVersionOf(
  { apiVersion }: AnyObject,
  object: AnyObject,
  { isConverted }: CustomObject,
): AnyObject | undefined {
  if (object.apiVersion === apiVersion) return object;
  return isConverted ? undefined : { ...object, apiVersion };
}

/** Whether a rule is one about the whole resource, and about more than its spec. */
function readsStatus(schema: JSONSchemaProps, rule: string): boolean {
  const isOfRoot = schema['x-kubernetes-validations']?.some((own) => own.rule === rule) === true;
  return isOfRoot && /(?<!\.spec\.[\w.?]*)\bstatus\b/.test(rule);
}

function withMissing(was: unknown, is: unknown, depth = 0): unknown {
  if (is === undefined) return was;
  if (!isFields(was) || !isFields(is) || depth > DEEPEST) return is;
  const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return Object.fromEntries(keys.map((key) => [key, withMissing(was[key], is[key], depth + 1)]));
}

/** Deeper than any resource, and less deep than the stack. */
const DEEPEST = 200;

/** Changes of custom resources. */
export const CUSTOM_CHANGES: readonly AnyChangeRule[] = [customResourceChange];
