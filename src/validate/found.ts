import { groupOf, type ObjectKey } from '../manifest/object-key';
import type { Issue, Severity } from './issue';
import type { ValidateOptions } from './options';
import { comparePaths, type Path } from './path';
import type { RuleCode } from './rule-codes';

/** An issue whose texts are not made yet. */
export interface Found {
  /** Of the manifest. */
  readonly index: number;
  readonly severity: Severity;
  readonly code: string;
  readonly at: Path;
  readonly message: string;
  readonly fix: string | undefined;
}

/** What was found as issues: each once, in the order of the manifests, without what is switched off or ignored. */
export function issuesOf(
  found: readonly Found[],
  manifests: readonly unknown[],
  { rules = {}, sources }: ValidateOptions,
): readonly Issue[] {
  const levels: Levels = rules;
  const levelOf = (code: string) => (Object.hasOwn(levels, code) ? levels[code] : undefined);
  const wanted = found.filter(({ code, index }) => levelOf(code) !== 'off' && !isIgnored(manifests[index], code));
  const issues: Issue[] = [];
  let last: Found | undefined;
  const sorted = wanted.sort(compare);
  for (const [place, each] of sorted.entries()) {
    if (last !== undefined && compare(last, each) === 0) continue;
    last = each;
    if (each.code === BY_DEFINITION && isToldOtherwise(sorted, place)) continue;
    const { index, code, at, message, fix } = each;
    const own = levelOf(code);
    const path = at.text();
    const source = sources?.(index, path);
    issues.push({
      severity: own === 'error' || own === 'warning' ? own : each.severity,
      code: code as RuleCode, // The list of them is made from the rules.
      object: keyOf(manifests[index]),
      path,
      message,
      ...(fix !== undefined && { fix }),
      ...(source !== undefined && { source }),
    });
  }
  return issues;
}

/** What a definition asks of metadata, most of which is asked of every object. */
const BY_DEFINITION = 'custom-resource';

/** Whether another error is about the same value: it stands beside this one. */
function isToldOtherwise(sorted: readonly Found[], place: number): boolean {
  for (const step of [-1, 1]) {
    for (let other = place + step; isAboutOne(sorted[place], sorted[other]); other += step) {
      if (sorted[other]?.code !== BY_DEFINITION && sorted[other]?.severity === 'error') return true;
    }
  }
  return false;
}

function isAboutOne(one: Found | undefined, other: Found | undefined): boolean {
  return one !== undefined && one.index === other?.index && comparePaths(one.at, other.at) === 0;
}

type Levels = Readonly<Partial<Record<string, Severity | 'off'>>>;

function compare(a: Found, b: Found): number {
  return a.index - b.index || comparePaths(a.at, b.at) || order(a.code, b.code) || order(a.message, b.message);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The key of a manifest of whatever shape. */
export function keyOf(manifest: unknown): ObjectKey {
  const metadata = read(manifest, 'metadata');
  const group = groupOf(textOf(read(manifest, 'apiVersion')));
  const kind = textOf(read(manifest, 'kind'));
  const namespace = textOf(read(metadata, 'namespace'));
  const name = textOf(read(metadata, 'name') ?? read(metadata, 'generateName'));
  return namespace === '' ? { group, kind, name } : { group, kind, namespace, name };
}

/** Before the code of a rule, the name of the annotation with which an object ignores what the rule says of it. */
export const IGNORE = 'cdk8s-workloads/ignore-';

/**
 * Whether the object has an annotation `cdk8s-workloads/ignore-<code>` with a reason. The name of an annotation holds 63 characters, so
 * a code may have 56.
 */
function isIgnored(manifest: unknown, code: string): boolean {
  const reason = read(read(read(manifest, 'metadata'), 'annotations'), `${IGNORE}${code}`);
  return typeof reason === 'string' && reason.trim() !== '';
}

function read(value: unknown, field: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  try {
    return Object.hasOwn(value, field) ? (value as Readonly<Record<string, unknown>>)[field] : undefined;
  } catch {
    return undefined; // A getter that throws.
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
