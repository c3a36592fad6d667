import type { CustomResourceDefinition, Kinds } from '../../../imports/kubernetes/types';
import type { Inventory, Item } from '../inventory';
import type { Severity } from '../issue';
import type { AppReport, Report } from '../rule';
import type { Pairs } from './pairs';

/** What every rule about changes has, as the rules about manifests have it. */
interface ChangeRuleInfo {
  /** Kebab-case, unique among these rules and those about manifests. */
  readonly code: string;
  /** An error is a change that the API server refuses, a warning one that it makes and that will hurt. */
  readonly severity: Severity;
  /** One sentence with a period: what may not change, and why. */
  readonly summary: string;
  /** The place in Kubernetes' source whose behaviour it is. */
  readonly mirrors?: string;
}

/**
 * A rule about the two versions of one object.
 *
 * Guarantees: the structure of both is right, as for a rule about manifests, and they have one apiVersion. Paths are those of the new one.
 *
 * Assumptions: the old one was applied, and the new one will be: what is in neither is what the server or a controller has made of it.
 */
export interface ChangeRule<K extends keyof Kinds = keyof Kinds> extends ChangeRuleInfo {
  readonly kinds: readonly K[];
  check(before: Kinds[K], after: Kinds[K], report: Report, both: BothSides): void;
}

/** All manifests, for what a change depends on besides. */
export interface BothSides {
  readonly before: Inventory;
  readonly after: Inventory;
}

/** A rule about all that changes. */
export interface WholeChangeRule extends ChangeRuleInfo {
  readonly on: 'the whole change';
  check(change: Change, report: AppReport): void;
}

export type AnyChangeRule = ChangeRule | WholeChangeRule;

export interface Change extends BothSides, Pairs {
  /** What has data and is most likely there under another name: the old object and the new one. */
  readonly renamed: readonly (readonly [Item, Item])[];
  /** Definitions that are in the cluster but not among the new manifests. */
  readonly customResources: readonly CustomResourceDefinition[];
}
