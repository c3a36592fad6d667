import { isWithin, type ConstructTree, type Place } from './construct-tree';

/** Constructs that wait for each other cannot be put into an order. */
export class DependencyCycleError extends Error {
  readonly code = 'DEPENDENCY_CYCLE';

  constructor(
    /** The paths of the constructs of the cycle: each comes after the next one, and the last after the first. */
    readonly cycle: readonly string[],
    /** Why each of them does. */
    steps: readonly string[],
  ) {
    super(
      `Dependency cycle detected: ${[...cycle, ...cycle.slice(0, 1)].join(' => ')}\n` +
        steps.map((step) => `  ${step}\n`).join('') +
        'Remove one of these dependencies, or move what both sides need into a chart of its own',
    );
    this.name = 'DependencyCycleError';
  }
}

/** The error for a cycle, which says what made it. */
export function cycleError(cycle: readonly Place[], tree: ConstructTree): DependencyCycleError {
  const steps = cycle.map((from, i) => explain(from, cycle[(i + 1) % cycle.length] ?? from, tree));
  return new DependencyCycleError(cycle.map(pathOf), steps);
}

/** Why `from` comes after `to`: which call of `addDependency` is to blame. */
function explain(from: Place, to: Place, tree: ConstructTree): string {
  for (const [follows, because] of CONSEQUENCES) {
    for (const source of tree.places) {
      for (const dependency of source.dependencies) {
        const target = tree.placeOf(dependency);
        if (target && follows(from, to, source, target)) return because(from, to, source, target);
      }
    }
  }
  return `${after(from, to)}: a chart comes after the charts in it`;
}

/** What follows from "`source` depends on `target`", the most direct first. */
const CONSEQUENCES: readonly (readonly [
  follows: (from: Place, to: Place, source: Place, target: Place) => boolean,
  because: (from: Place, to: Place, source: Place, target: Place) => string,
])[] = [
  [
    (from, to, source, target) => from === source && to === target,
    (from, to) => `"${pathOf(from)}" depends on "${pathOf(to)}"`,
  ],
  [
    (from, to, source, target) => isWithin(from, source) && isWithin(to, target),
    (from, to, source, target) => `${after(from, to)}: "${pathOf(source)}" depends on "${pathOf(target)}"`,
  ],
  [
    (from, to, source, target) => from.chart === source.chart && to.chart === target.chart,
    (from, to, source, target) =>
      `${after(from, to)}: "${pathOf(source)}" depends on "${pathOf(target)}", and so do all of their charts`,
  ],
];

function after(from: Place, to: Place): string {
  return `"${pathOf(from)}" comes after "${pathOf(to)}"`;
}

function pathOf({ construct }: Place): string {
  return construct.node.path;
}
