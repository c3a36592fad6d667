import { isWithin, objectsWithin, type Place } from './construct-tree';
import { cycleError } from './dependency-cycle';
import type { DependencyGraph } from './dependency-graph';
import { CycleFound, postOrder } from './post-order';

/**
 * Everything within `scope`, what others depend on first; where the dependencies leave a choice, in cdk8s's order: by depth-first
 * search from the constructs that nothing depends on, in the order of the tree. Dependencies that leave `scope` do not count.
 *
 * Takes time linear in constructs and declared dependencies. cdk8s draws an edge from each object within a construct to each
 * object within its dependency; here a {@link Bundle} stands for all the objects of one side.
 *
 * @throws DependencyCycleError
 */
export function inDependencyOrder(graph: DependencyGraph, scope: Place): Place[] {
  const places = byPathLikeCdk8s(graph.tree.places.slice(scope.index, scope.end));
  if (!places.some((place) => graph.targets.has(place))) return places;
  const within = restrict(graph, scope);
  const starts = places.filter(isStart(places, within));
  const successors = successorsIn(within);
  try {
    const order = postOrder<Vertex>(starts, successors).filter(isPlace);
    if (order.length === places.length) return order;
    // What nothing but a cycle leads to was not reached.
    return postOrder<Vertex>(places, successors).filter(isPlace);
  } catch (error) {
    if (!(error instanceof CycleFound)) throw error;
    throw cycleError((error as CycleFound<Vertex>).cycle.filter(isPlace), graph.tree);
  }
}

/** A graph that ends at the border of a scope. */
interface ScopedGraph extends Pick<DependencyGraph, 'reachesObjects' | 'exempt'> {
  readonly targetsOf: (place: Place) => readonly Place[];
}

type Vertex = Place | Bundle;

/** Many edges as one vertex between their ends. */
interface Bundle {
  readonly successors: () => readonly Vertex[];
}

function isPlace(vertex: Vertex): vertex is Place {
  return 'construct' in vertex;
}

function restrict({ targets, reachesObjects, exempt }: DependencyGraph, scope: Place): ScopedGraph {
  const isInScope = (place: Place): boolean => scope.index <= place.index && place.index < scope.end;
  const none: readonly Place[] = [];
  return {
    reachesObjects,
    exempt,
    targetsOf(place) {
      const all = targets.get(place);
      return all ? [...all].filter(isInScope) : none;
    },
  };
}

function successorsIn({ targetsOf, reachesObjects, exempt }: ScopedGraph): (vertex: Vertex) => readonly Vertex[] {
  /** To the objects within a place. */
  const toObjects = memoize((place: Place): Bundle => ({
    successors: () => [
      ...(place.apiObject ? [place] : []),
      ...place.children.filter((child) => isWithin(child, place) && child.objectCount > 0).map(toObjects),
    ],
  }));
  /** From the objects within a place to all that they come after, because the place does or a scope of it. */
  const fromObjects = memoize((place: Place): Bundle => ({
    successors: () => [...outerDependencies(place.parent, place), ...targetsOf(place).map(toObjects)],
  }));
  return (vertex) => {
    if (!isPlace(vertex)) return vertex.successors();
    const targets = targetsOf(vertex);
    return reachesObjects && vertex.apiObject ? [...targets, ...dependenciesOf(vertex)] : targets;
  };

  function dependenciesOf(object: Place): readonly Vertex[] {
    if (!exempt.has(object)) return outerDependencies(object, object);
    const withoutItself = (target: Place): readonly Vertex[] =>
      isWithin(object, target) ? othersWithin(target, object) : [toObjects(target)];
    return scopesInChart(object).flatMap(targetsOf).flatMap(withoutItself);
  }

  /** Of the first scope, from `scope` outwards to the chart of `place`, that has any. */
  function outerDependencies(scope: Place | undefined, place: Place): readonly Bundle[] {
    if (!scope || scope.chart !== place.chart) return [];
    return targetsOf(scope).length > 0 ? [fromObjects(scope)] : outerDependencies(scope.parent, place);
  }
}

function memoize<Value>(make: (place: Place) => Value): (place: Place) => Value {
  const made = new Map<Place, Value>();
  return (place) => {
    const known = made.get(place);
    if (known !== undefined) return known;
    const value = make(place);
    made.set(place, value);
    return value;
  };
}

/** The object's chart, then the constructs on the way to the object, and itself. */
function scopesInChart(object: Place): Place[] {
  const { parent } = object;
  return parent && parent.chart === object.chart ? [...scopesInChart(parent), object] : [object];
}

function othersWithin(place: Place, object: Place): Place[] {
  return objectsWithin(place).filter((other) => other !== object);
}

/** Tells the places that no edge leads to. */
function isStart(places: readonly Place[], { targetsOf, reachesObjects }: ScopedGraph): (place: Place) => boolean {
  const reached = new Set<Place>();
  const reachedWithin = new Set<Place>();
  for (const source of places) {
    for (const target of targetsOf(source)) {
      reached.add(target);
      if (reachesObjects) reachObjects(source, target);
    }
  }
  return (place) => !reached.has(place);

  function reachObjects(source: Place, target: Place): void {
    if (source.objectCount === 0) return;
    const shared = isWithin(target, source) || isWithin(source, target);
    // One object on the inner side: more would be a cycle. It is not reached from itself.
    if (!shared) reachWithin(target);
    else if (source.objectCount > 1) for (const object of objectsWithin(target)) reached.add(object);
    else for (const object of othersWithin(target, objectsWithin(source)[0] ?? target)) reached.add(object);
  }

  function reachWithin(place: Place): void {
    if (reachedWithin.has(place)) return;
    reachedWithin.add(place);
    if (place.apiObject) reached.add(place);
    for (const child of place.children) if (child.chart === place.chart) reachWithin(child);
  }
}

/** cdk8s keeps constructs in an object, by path, and JavaScript puts the keys that are indices (a chart "0") before all others. */
function byPathLikeCdk8s(places: readonly Place[]): Place[] {
  const isIndex = ({ parent, construct }: Place): boolean =>
    parent !== undefined && parent.parent === undefined && isArrayIndex(construct.node.path);
  const indices = places.filter(isIndex);
  return indices.length === 0 ? [...places] : [...indices, ...places.filter((place) => !isIndex(place))];
}

function isArrayIndex(key: string): boolean {
  return /^(0|[1-9]\d{0,9})$/.test(key) && Number(key) < 2 ** 32 - 1;
}
