import { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { isWithin, objectsWithin, type ConstructTree, type Place } from './construct-tree';
import { cycleError } from './dependency-cycle';

/** What comes after what. */
export interface DependencyGraph {
  readonly tree: ConstructTree;
  /** What each construct comes after, in the order in which cdk8s finds it. */
  readonly targets: ReadonlyMap<Place, ReadonlySet<Place>>;
  /** Whether "`a` after `b`" also means: each object within `a` after each object within `b`. */
  readonly reachesObjects: boolean;
  /** The objects that would come after themselves by that, and do not: a CRD that its whole chart comes after. */
  readonly exempt: ReadonlySet<Place>;
  /** Whether a chart depends on a chart. File names are numbered then. */
  readonly hasDependentCharts: boolean;
}

/** cdk8s orders what is in charts; here something outside of them has, or is, a dependency. */
export class DependencyOutsideChartError extends Error {
  readonly code = 'DEPENDENCY_OUTSIDE_CHART';

  constructor(source: IConstruct, target: IConstruct, outside: IConstruct) {
    super(
      `"${source.node.path}" cannot depend on "${target.node.path}": cannot find a parent chart (directly or indirectly) ` +
        `of "${outside.node.path}". Put it into a chart, or make charts depend on each other`,
    );
    this.name = 'DependencyOutsideChartError';
  }
}

/** The dependencies that `addDependency` was called with, and no more. */
export function declaredDependencies(tree: ConstructTree): DependencyGraph {
  const targets = declaredTargets(tree);
  return { tree, targets, reachesObjects: false, exempt: new Set(), hasDependentCharts: false };
}

/**
 * The declared dependencies, and what follows from them: a chart comes after the charts directly in it; when constructs of two charts depend
 * on each other, so do the charts; when two constructs do, so do the objects within them.
 *
 * @throws DependencyOutsideChartError
 * @throws DependencyCycleError when one of several objects within a scope would come after all of them
 */
export function allDependencies(tree: ConstructTree): DependencyGraph {
  const targets = declaredTargets(tree);
  const nested = addNestedCharts(tree, targets);
  const between = addChartsOfConstructs(tree, targets);
  const exempt = exemptObjects(tree, targets);
  return { tree, targets, reachesObjects: true, exempt, hasDependentCharts: nested || between };
}

type Targets = Map<Place, Set<Place>>;

function declaredTargets(tree: ConstructTree): Targets {
  const targets: Targets = new Map();
  for (const place of tree.places) {
    for (const dependency of place.dependencies) {
      const target = tree.placeOf(dependency);
      // As in cdk8s, what is not in the app is not ordered.
      if (target) add(targets, place, target);
    }
  }
  return targets;
}

function addNestedCharts(tree: ConstructTree, targets: Targets): boolean {
  let found = false;
  for (const place of tree.places) {
    if (place.chart !== place) continue;
    for (const child of place.children) {
      if (child.chart !== child) continue;
      add(targets, place, child);
      found = true;
    }
  }
  return found;
}

function addChartsOfConstructs(tree: ConstructTree, targets: Targets): boolean {
  let found = false;
  for (const source of tree.places) {
    for (const dependency of source.dependencies) {
      if (!source.chart) throw new DependencyOutsideChartError(source.construct, dependency, source.construct);
      const target = tree.placeOf(dependency);
      const chart = target ? target.chart?.construct : chartOf(dependency);
      if (!chart) throw new DependencyOutsideChartError(source.construct, dependency, dependency);
      if (chart === source.chart.construct) continue;
      found = true;
      const place = tree.placeOf(chart);
      if (place) add(targets, source.chart, place);
    }
  }
  return found;
}

function chartOf(construct: IConstruct): Chart | undefined {
  return construct.node.scopes.findLast((scope): scope is Chart => Chart.isChart(scope));
}

/** The one object within both sides of a dependency, when a scope depends on what is in it, or something on its own scope. */
function exemptObjects(tree: ConstructTree, targets: Targets): Set<Place> {
  const exempt = new Set<Place>();
  for (const [source, itsTargets] of targets) {
    for (const target of itsTargets) {
      const inner = isWithin(target, source) ? target : isWithin(source, target) ? source : undefined;
      if (!inner) continue;
      const [object, other] = objectsWithin(inner);
      if (!object) continue;
      if (other) throw cycleError([object, other], tree);
      exempt.add(object);
    }
  }
  return exempt;
}

function add(targets: Targets, source: Place, target: Place): void {
  const known = targets.get(source);
  if (known) known.add(target);
  else targets.set(source, new Set([target]));
}
