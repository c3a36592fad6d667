import { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';

/**
 * The constructs of an app, read once. What cdk8s finds out again and again by walking the tree (in which chart is this? which
 * objects are below that?) is a field here.
 */
export interface ConstructTree {
  readonly root: Place;
  /** Parents before children, siblings in the order in which they were added. */
  readonly places: readonly Place[];
  /** Undefined for a construct that is not in the tree: one of another app, or one that was removed. */
  readonly placeOf: (construct: IConstruct) => Place | undefined;
}

/** Where a construct stands in its tree. */
export interface Place {
  readonly construct: IConstruct;
  readonly parent: Place | undefined;
  readonly children: readonly Place[];
  /** Its nearest chart: itself, if it is one; undefined outside of every chart. */
  readonly chart: Place | undefined;
  /** The construct, if it is an API object. */
  readonly apiObject: ApiObject | undefined;
  /** How many API objects are in its subtree, itself included, that are not in a chart further down. */
  readonly objectCount: number;
  /** Its index among the places of the tree. */
  readonly index: number;
  /** The index after its last descendant: its subtree is `places.slice(index, end)`. */
  readonly end: number;
  /** What it was made to depend on, in the order of the calls. */
  readonly dependencies: readonly IConstruct[];
}

/** Reads the tree below `root`. Constructs that are added later are not in it. */
export function readConstructTree(root: IConstruct): ConstructTree {
  const places: Place[] = [];
  let byConstruct: Map<IConstruct, Place> | undefined;
  return {
    root: readPlace(root, undefined, places),
    places,
    placeOf(construct) {
      byConstruct ??= new Map(places.map((place) => [place.construct, place]));
      return byConstruct.get(construct);
    },
  };
}

/** Whether `inner` is `outer`, or below it with no chart between. */
export function isWithin(inner: Place, outer: Place): boolean {
  return inner.chart === outer.chart && outer.index <= inner.index && inner.index < outer.end;
}

/** The API objects that {@link Place.objectCount} counts, in the order of the tree. */
export function objectsWithin(place: Place): Place[] {
  if (place.objectCount === 0) return [];
  const below = place.children.filter((child) => child.chart === place.chart).flatMap(objectsWithin);
  return place.apiObject ? [place, ...below] : below;
}

function readPlace(construct: IConstruct, parent: Place | undefined, places: Place[]): Place {
  const { node } = construct;
  const children: Place[] = [];
  const place: { -readonly [Field in keyof Place]: Place[Field] } = {
    construct,
    parent,
    children,
    chart: parent?.chart,
    apiObject: ApiObject.isApiObject(construct) ? construct : undefined,
    objectCount: 0,
    index: places.length,
    end: 0,
    dependencies: NONE,
  };
  const { dependencies } = node;
  if (dependencies.length > 0) place.dependencies = dependencies;
  if (Chart.isChart(construct)) place.chart = place;
  if (place.apiObject) place.objectCount = 1;
  places.push(place);
  for (const child of node.children) {
    const below = readPlace(child, place, places);
    children.push(below);
    if (below.chart === place.chart) place.objectCount += below.objectCount;
  }
  place.end = places.length;
  return place;
}

/** One for all, because nearly every construct has none. */
const NONE: readonly IConstruct[] = [];
