import type { ValueProblem } from '../../../crd/value-problem';
import type { CustomResourceDefinition, JSONSchemaProps } from '../../../manifest/kubernetes';
import { once } from '../../../values/once';
import type { AnyObject } from '../../any-object';
import { customResourceChecks } from '../../custom-resources';
import type { Inventory, Item } from '../../inventory';

/** What a definition says of the objects of one of its versions. */
interface Described {
  readonly schema: JSONSchemaProps;
  /** The server drops the `status` of an object that is created. */
  readonly dropsStatus: boolean;
  /** Objects of other versions become ones of this by a webhook, and not as they are. */
  readonly isConverted: boolean;
  /** What is wrong with what the scale subresource reads. It is made for the first object. */
  readonly ofScale: (() => (seen: unknown) => readonly ValueProblem[]) | undefined;
}

/** An object of a definition that is among the manifests, or that the caller gave. */
export interface CustomObject extends Described {
  readonly item: Item;
  /** What is wrong with it by the schema, and with what its scale subresource reads. */
  readonly problems: readonly ValueProblem[];
}

/** Those that the caller gave, and those that are among the manifests. */
export function definitionsOf(
  inventory: Inventory,
  given: readonly CustomResourceDefinition[],
): readonly CustomResourceDefinition[] {
  const own = inventory.ofKind('apiextensions.k8s.io/v1/CustomResourceDefinition');
  return [...given, ...own.map(({ object }) => object)];
}

const KNOWN = new WeakMap<Inventory, readonly CustomObject[]>();

/** All of them. Several rules ask for them. */
export function customObjects(
  inventory: Inventory,
  given: readonly CustomResourceDefinition[],
): readonly CustomObject[] {
  const known = KNOWN.get(inventory) ?? [...findObjects(inventory, given)];
  KNOWN.set(inventory, known);
  return known;
}

function* findObjects(inventory: Inventory, given: readonly CustomResourceDefinition[]): Generator<CustomObject> {
  const described = new Map(definitionsOf(inventory, given).flatMap(versionsOf));
  if (described.size === 0) return;
  for (const item of inventory.items) {
    const found = described.get(`${item.object.apiVersion}/${item.object.kind}`);
    if (found !== undefined) yield { ...found, item, problems: problemsOf(found, item.object) };
  }
}

function problemsOf(described: Described, object: AnyObject): readonly ValueProblem[] {
  const { schema, ofScale } = described;
  const { besides, checkResource, checkSeen } = customResourceChecks();
  const problems = checkResource(schema, object, described);
  if (!ofScale) return problems;
  return [...problems, ...besides(problems, checkSeen(schema, object, ofScale(), described))];
}

/** The schema of each version, by what its objects have as apiVersion and kind. */
function versionsOf({ spec }: CustomResourceDefinition): readonly (readonly [string, Described])[] {
  return spec.versions.flatMap(({ name, schema, subresources }) => {
    const root = schema?.openAPIV3Schema;
    if (!root) return [];
    const { status, scale } = subresources ?? {};
    const ofScale = scale ? once(() => customResourceChecks().scaleProblems(scale)) : undefined;
    const isConverted = spec.conversion?.strategy === 'Webhook';
    const described = { schema: root, dropsStatus: !!status, isConverted, ofScale };
    return [[`${spec.group}/${name}/${spec.names.kind}`, described] as const];
  });
}
