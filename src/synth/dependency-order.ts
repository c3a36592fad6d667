import { isWithin, objectsWithin, type Place } from './construct-tree';
import { DependencyCycleError } from './dependency-cycle';
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
  const places = graph.tree.places.slice(scope.index, scope.end);
  if (!places.some((place) => graph.targets.has(place))) return places;
  const within = restrict(graph, scope);
  const starts = byPathLikeCdk8s(places).filter(isStart(places, within));
  const successors = successorsIn(within);
  try {
    const order = postOrder<Vertex>(starts, successors).filter(isPlace);
    if (order.length === places.length) return order;
    // What nothing but a cycle leads to was not reached.
    return postOrder<Vertex>(places, successors).filter(isPlace);
  } catch (error) {
    if (!(error instanceof CycleFound)) throw error;
    throw new DependencyCycleError((error as CycleFound<Vertex>).cycle.filter(isPlace), graph.tree);
  }
}

/** A graph that ends at the border of a scope. */
interface ScopedGraph extends Pick<DependencyGraph, 'reachesObjects' | 'exempt'> {
  readonly targetsOf: (place: Place) => readonly Place[];
}

type Vertex = Place | Bundle;

/** Several edges as one vertex between their ends. */
interface Bundle {
  readonly place: Place;
  /** `objects`: leads to the objects within the place. `dependencies`: to the objects that those come after, by the place or a scope of it. */
  readonly of: 'objects' | 'dependencies';
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
  const objects = new Map<Place, Bundle>();
  const dependencies = new Map<Place, Bundle>();
  return (vertex) => {
    if (isPlace(vertex)) return reachesObjects && vertex.apiObject ? ofObject(vertex) : targetsOf(vertex);
    const { place } = vertex;
    const inChart = (other: Place | undefined): other is Place => other !== undefined && other.chart === place.chart;
    if (vertex.of === 'dependencies') {
      const outer = inChart(place.parent) ? [bundle(dependencies, 'dependencies', place.parent)] : [];
      return [...outer, ...targetsOf(place).map(toObjects)];
    }
    const inner = place.children.filter((child) => inChart(child) && child.objectCount > 0).map(toObjects);
    return place.apiObject ? [place, ...inner] : inner;
  };

  function ofObject(object: Place): readonly Vertex[] {
    const declared = targetsOf(object);
    if (!exempt.has(object)) return [...declared, bundle(dependencies, 'dependencies', object)];
    const inherited = scopesInChart(object).flatMap((scope) => targetsOf(scope));
    const withoutItself = (target: Place): readonly Vertex[] =>
      isWithin(object, target) ? othersWithin(target, object) : [toObjects(target)];
    return [...declared, ...inherited.flatMap(withoutItself)];
  }

  function toObjects(place: Place): Bundle {
    return bundle(objects, 'objects', place);
  }
}

function bundle(known: Map<Place, Bundle>, of: Bundle['of'], place: Place): Bundle {
  const found = known.get(place);
  if (found) return found;
  const made = { place, of };
  known.set(place, made);
  return made;
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

/** cdk8s keeps the constructs in an object by path, and JavaScript puts keys that are whole numbers before all others. */
function byPathLikeCdk8s(places: readonly Place[]): readonly Place[] {
  const byPath = Object.fromEntries(places.map((place) => [place.construct.node.path, place]));
  return Object.values(byPath);
}
