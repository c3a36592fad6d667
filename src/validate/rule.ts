import type { CustomResourceDefinition, Definitions } from '../../imports/kubernetes/types';
import type { Inventory, Item } from './inventory';
import type { Severity } from './issue';
import type { AnyObject } from './any-object';
import type { Path } from './path';
import type { Refer } from './reference';

/**
 * What every rule has.
 *
 * Guarantees, whatever the sort of the rule: it is asked only about values whose structure is right. All types hold, enums and required
 * fields included; a field that is null is not there (in a list or map, null has become the zero value that the server reads). A
 * value below which something is structurally wrong is shown to no rule, nor is anything that it is part of.
 *
 * Caveats: the fields in NOT_ENFORCED of tools/import/corrections.ts may be missing although their types say otherwise. Nothing
 * below a `status`, or another field in IGNORED there, is shown, because the server ignores it.
 *
 * Errors: a rule does not throw.
 */
interface RuleInfo {
  /** Kebab-case, unique, at most 56 characters: the subject, or what is wrong with it: `volume-source`, `duplicate-port-name`. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence with a period: what must hold, and why. */
  readonly summary: string;
  /** The place in Kubernetes' source whose behaviour it is: `pkg/apis/core/validation/validation.go: validateContainers`. */
  readonly mirrors?: string;
}

/** What is asked only where there may be something to say. */
export interface Selective {
  /**
   * Definitions and fields one of which the value, the object or the app contains, at whatever depth, where the rule has something to
   * say: it is not asked otherwise, nor compiled. Without them, it is always asked.
   *
   * Caveat: an object of an unknown kind or version contains nothing but `ObjectMeta`, though the inventory finds it by its key. So a rule
   * names what it begins from, not what it looks for.
   */
  readonly needs?: readonly (DefinitionName | FieldOf)[];
}

/** The name of a definition in imports/kubernetes: `'Container'`, `'StatefulSet'`. */
export type DefinitionName = keyof Definitions;

/** A rule about every value of one definition, or of several, wherever it stands: a container in a Pod and in a CronJob. */
export interface Rule<Name extends DefinitionName = DefinitionName> extends RuleInfo, Selective {
  readonly on: Name | readonly Name[];
  // A method, so that a list can hold rules on different definitions.
  check(value: Definitions[Name], at: Path, report: Report, context: Context): void;
}

/** Says what the values of a definition name. It is asked about the same values as a rule is. */
export interface Referrer<Name extends DefinitionName = DefinitionName> extends Selective {
  readonly on: Name | readonly Name[];
  // A method, so that a list can hold those of different definitions.
  refer(value: Definitions[Name], at: Path, refer: Refer): void;
}

/** A rule about every object of whatever kind, custom resources too: its name, its labels. */
export interface ObjectRule extends RuleInfo, Selective {
  readonly on: 'every object';
  check(object: AnyObject, at: Path, report: Report, context: Context): void;
}

/**
 * A rule about the values of fields, one by one: their formats, ranges and lengths. `Container.name` is the field; `Container.args[]` is
 * each item of its list, `ObjectMeta.labels{}` each value of its map. Most rules are of this sort, and it is the cheapest.
 */
export interface FieldRule<Name extends FieldName = FieldName> extends RuleInfo {
  readonly fields: readonly Name[];
  /** What is wrong with the value: a phrase that continues it, and the way out after `: `. */
  problem(value: FieldValue<Name>, context: Context): string | undefined;
}

/** A rule about objects in relation to each other. It is asked once. */
export interface AppRule extends RuleInfo, Selective {
  readonly on: 'the whole app';
  check(inventory: Inventory, report: AppReport, context: AppContext): void;
}

export type AnyRule = Rule | ObjectRule | FieldRule | AppRule;

/** Rules about one sort of objects. */
export interface Area {
  /**
   * The rules are loaded when one of these definitions and fields is first met; without them, at once. They are what the rules need or,
   * where they need nothing, what they are about.
   */
  readonly needs?: Selective['needs'];
  readonly rules: () => readonly AnyRule[];
  /** What its rules want to know of what objects name. They are asked from the beginning. */
  readonly referrers?: readonly Referrer[];
}

/**
 * Says that something is wrong.
 *
 * @param message continues the path, and has the value where that helps: `is missing`, `"web_1" is not a DNS label`
 * @param fix the way out, as an instruction: `use lower-case letters, digits and "-"`
 */
export type Report = (at: Path, message: string, fix?: string) => void;

/** The same about one of the objects of the inventory. */
export type AppReport = (item: Item, at: Path, message: string, fix?: string) => void;

export interface Context {
  /** The object that the value is part of. Its structure may be wrong elsewhere: read no more of it than `kind` and `metadata?.name`. */
  readonly object: AnyObject;
  /** The version of Kubernetes: `1.35`. */
  readonly kubernetes: string;
}

/** What a rule about the whole app may know besides the app. */
export interface AppContext extends Omit<Context, 'object'> {
  /** Definitions that are in the cluster but not in the app. They are not in the inventory. */
  readonly customResources: readonly CustomResourceDefinition[];
}

type FieldOf = { [Name in DefinitionName]: `${Name}.${keyof Definitions[Name] & string}` }[DefinitionName];

/** `Container.image`, `Container.args[]`, `ObjectMeta.labels{}`. */
export type FieldName = FieldOf | `${FieldOf}[]` | `${FieldOf}{}`;

/** The type of the value that a {@link FieldName} names. */
export type FieldValue<Name extends FieldName> = Name extends `${infer Field extends FieldOf}[]`
  ? ItemOf<ValueOf<Field>>
  : Name extends `${infer Field extends FieldOf}{}`
    ? ItemOf<ValueOf<Field>>
    : Name extends FieldOf
      ? ValueOf<Name>
      : never;

type ValueOf<Name extends FieldOf> = Name extends `${infer Owner extends DefinitionName}.${infer Field}`
  ? Field extends keyof Definitions[Owner]
    ? NonNullable<Definitions[Owner][Field]>
    : never
  : never;

type ItemOf<T> = T extends readonly (infer Item)[]
  ? Item
  : T extends { readonly [key: string]: infer Item }
    ? Item
    : never;
