import { fieldStep, NONE, problem, type ValueProblem } from './value-problem';
import { describe, typeOf } from './value-type';

/** The API server reads no JSON that is nested deeper. */
const DEEPEST = 10_000;

/** A list or an object, and how far it is walked. */
interface Open {
  readonly container: object;
  readonly keys: readonly string[];
  next: number;
}

/**
 * What keeps a value from being JSON that the API server reads, for where a schema says nothing of it: it is in itself, nested too deep,
 * or has a NaN in it. It stops at the first. Without recursion: such values may be deeper than the stack of JavaScript.
 */
export function jsonProblems(value: unknown): readonly ValueProblem[] {
  const walked = new Set<object>();
  const open: Open[] = [];
  const around = new Set<object>();
  let current = value;
  for (;;) {
    if (typeOf(current) === 'none')
      return problem(`is ${describe(current)}, which JSON has not: give another value`, pathOf(open));
    if (typeof current === 'object' && current !== null) {
      if (around.has(current)) return problem('is a part of itself: leave it out', pathOf(open));
      if (open.length === DEEPEST) return problem(`is nested more than ${DEEPEST} levels deep: make it flatter`);
      if (!walked.has(current)) {
        open.push({ container: current, keys: Object.keys(current), next: 0 });
        around.add(current);
      }
    }
    for (let last = open.at(-1); last !== undefined && last.next === last.keys.length; last = open.at(-1)) {
      walked.add(last.container);
      around.delete(last.container);
      open.pop();
    }
    const last = open.at(-1);
    if (last === undefined) return NONE;
    current = (last.container as Readonly<Record<string, unknown>>)[last.keys[last.next++] ?? ''];
  }
}

function pathOf(open: readonly Open[]): string {
  const steps = open.map(({ container, keys, next }) => {
    const key = keys[next - 1] ?? '';
    return Array.isArray(container) ? `[${key}]` : fieldStep(key);
  });
  return steps.join('');
}

/**
 * What is wrong with a value of a map with `additionalProperties: true`: the API server keeps it, but none of the fields of an object,
 * because no schema names one.
 */
export function unnamedFieldProblems(value: unknown): readonly ValueProblem[] {
  const broken = jsonProblems(value);
  if (broken.length > 0) return broken;
  const problems: ValueProblem[] = [];
  const todo: [path: string, value: unknown][] = [['', value]];
  for (const [path, each] of todo) {
    if (Array.isArray(each)) each.forEach((item, index) => todo.push([`${path}[${index}]`, item]));
    else if (typeof each === 'object' && each !== null) {
      for (const [key, field] of Object.entries(each))
        if (field !== undefined) problems.push(unnamed(path + fieldStep(key)));
    }
  }
  return problems;
}

function unnamed(path: string): ValueProblem {
  return { path, phrase: 'is not known, for no schema names it: leave it out' };
}
