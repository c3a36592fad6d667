import { isWithin, type ConstructTree, type Place } from './construct-tree';

/** Constructs that wait for each other cannot be put into an order. */
export class DependencyCycleError extends Error {
  readonly code = 'DEPENDENCY_CYCLE';
  /** The paths of the constructs of the cycle; each depends on the next, and the last on the first. */
  readonly cycle: readonly string[];

  constructor(cycle: readonly Place[], tree: ConstructTree) {
    const paths = cycle.map(({ construct }) => construct.node.path);
    super(
      `Dependency cycle detected: ${[...paths, paths[0]].join(' => ')}\n${reasons(cycle, tree).join('')}` +
        'Remove one of these dependencies, or move what depends on both sides into a chart of its own',
    );
    this.name = 'DependencyCycleError';
    this.cycle = paths;
  }
}

/** For each step of the cycle that nobody wrote down, the dependency that it follows from. */
function reasons(cycle: readonly Place[], tree: ConstructTree): string[] {
  return cycle.map((from, i) => {
    const to = cycle[(i + 1) % cycle.length] ?? from;
    const step = `  "${from.construct.node.path}" comes after "${to.construct.node.path}"`;
    for (const source of tree.places) {
      for (const dependency of source.dependencies) {
        const target = tree.placeOf(dependency);
        if (!target || !follows(from, to, source, target)) continue;
        if (from === source && to === target) return `${step}: so it was told\n`;
        return `${step}: "${source.construct.node.path}" depends on "${target.construct.node.path}"\n`;
      }
    }
    return `${step}: a chart comes after the charts in it\n`;
  });
}

/** Whether "`from` after `to`" follows from "`source` depends on `target`": by itself, for their charts, or for objects below them. */
function follows(from: Place, to: Place, source: Place, target: Place): boolean {
  if (from === source && to === target) return true;
  if (from === source.chart && to === target.chart) return true;
  if (!from.apiObject || !to.apiObject) return false;
  return isWithin(from, source) && isWithin(to, target);
}
