/** One line of the results: what was measured, and what it is held to. */
export interface Row {
  /** What was done, in a few words. */
  readonly what: string;
  readonly ours: string;
  /** The same with something else, or the same of ours at another size. */
  readonly other: string;
  readonly figure: string;
  readonly goal: string;
  /** Undefined where there is no goal. */
  readonly holds: boolean | undefined;
}

/** How many times `ours` `other` is, held to at least `goal`. */
export function atLeastTimes(what: string, ours: Figure, other: Figure, goal: number): Row {
  const times = other.value / ours.value;
  return {
    what,
    ours: ours.shown,
    other: other.shown,
    figure: `${times.toFixed(1)}x`,
    goal: `>= ${goal}x`,
    holds: times >= goal,
  };
}

/** How many times `other` `ours` is, held to at most `goal`. */
export function atMostTimes(what: string, ours: Figure, other: Figure, goal: number): Row {
  const times = ours.value / other.value;
  return {
    what,
    ours: ours.shown,
    other: other.shown,
    figure: `${times.toFixed(2)}x`,
    goal: `<= ${goal}x`,
    holds: times <= goal,
  };
}

/** `ours`, held to at most `goal` of its unit. */
export function atMost(what: string, ours: Figure, goal: number): Row {
  return {
    what,
    ours: ours.shown,
    other: '',
    figure: ours.shown,
    goal: `<= ${goal} ${ours.unit}`,
    holds: ours.value <= goal,
  };
}

/** `ours`, held to at least `goal` of its unit. */
export function atLeast(what: string, ours: Figure, goal: number): Row {
  return {
    what,
    ours: ours.shown,
    other: '',
    figure: ours.shown,
    goal: `>= ${goal} ${ours.unit}`,
    holds: ours.value >= goal,
  };
}

/** What is good to know, and was never a goal. */
export function withoutGoal(what: string, ours: Figure): Row {
  return { what, ours: ours.shown, other: '', figure: ours.shown, goal: '', holds: undefined };
}

/** The median of some runs. */
export interface Figure {
  readonly value: number;
  readonly unit: 'ms' | 'MiB' | 'documents/s';
  /** `712 ms (5 runs, 698 to 744)` */
  readonly shown: string;
}

export function figure(runs: readonly number[], unit: Figure['unit']): Figure {
  const sorted = [...runs].sort((a, b) => a - b);
  const value =
    ((sorted[Math.floor((runs.length - 1) / 2)] ?? NaN) + (sorted[Math.ceil((runs.length - 1) / 2)] ?? NaN)) / 2;
  const [least, most] = [sorted.at(0) ?? NaN, sorted.at(-1) ?? NaN];
  const range = runs.length === 1 ? '1 run' : `${runs.length} runs, ${least.toFixed(0)} to ${most.toFixed(0)}`;
  return { value, unit, shown: `${value.toFixed(0)} ${unit} (${range})` };
}
