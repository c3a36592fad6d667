import type { ValueProblem } from '../../../crd/value-problem';
import { withoutField } from '../../../manifest/fields';
import type {
  CustomResourceDefinition,
  CustomResourceSubresources,
  JSONSchemaProps,
} from '../../../manifest/kubernetes';
import type { AnyObject } from '../../any-object';
import { customResourceChecks } from '../../custom-resources';
import type { Inventory, Item } from '../../inventory';

/** What a definition says of the objects of one of its versions. */
interface Described {
  readonly schema: JSONSchemaProps;
  /** The server drops the `status` of an object that is created. */
  readonly dropsStatus: boolean;
  readonly scale: CustomResourceSubresources['scale'];
}

/** An object of a definition that is among the manifests, or that the caller gave. */
export interface CustomObject extends Described {
  readonly item: Item;
  /** What is wrong with it by the schema, and with what its scale subresource reads. */
  readonly problems: readonly ValueProblem[];
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
  const own = inventory.ofKind('apiextensions.k8s.io/v1/CustomResourceDefinition').map(({ object }) => object);
  const described = new Map([...given, ...own].flatMap(versionsOf));
  if (described.size === 0) return;
  for (const item of inventory.items) {
    const found = described.get(`${item.object.apiVersion}/${item.object.kind}`);
    if (found !== undefined) yield { ...found, item, problems: problemsOf(found, item.object) };
  }
}

function problemsOf({ schema, scale, dropsStatus }: Described, object: AnyObject): readonly ValueProblem[] {
  const { applyDefaults, besides, checkResource, pruneNulls, scaleProblems } = customResourceChecks();
  const problems = checkResource(schema, object);
  if (!scale) return problems;
  const stored = dropsStatus ? withoutField(object, 'status') : object;
  const ofScale = scaleProblems(scale)(applyDefaults(schema, pruneNulls(schema, stored)));
  return [...problems, ...besides(problems, ofScale)];
}

/** The schema of each version, by what its objects have as apiVersion and kind. */
function versionsOf({ spec }: CustomResourceDefinition): readonly (readonly [string, Described])[] {
  return spec.versions.flatMap(({ name, schema, subresources }) => {
    const root = schema?.openAPIV3Schema;
    if (!root) return [];
    const described = { schema: root, dropsStatus: !!subresources?.status, scale: subresources?.scale };
    return [[`${spec.group}/${name}/${spec.names.kind}`, described] as const];
  });
}
