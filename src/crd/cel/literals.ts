import { goPatternProblem } from '../go-pattern';
import type { Call, Expression } from './expression';
import { formatProblem } from './format-text';
import { showType, type Type } from './type';

/** What is wrong with a literal that the API server looks at before there is any value: a pattern, or what `format` is given. */
export function literalProblem(call: Call, typeOf: (part: Expression) => Type): string | undefined {
  const { name, target, args } = call;
  if (PATTERNS.includes(name)) {
    // Of `matches(text, pattern)` the API server checks both.
    const patterns = (target === undefined ? args : args.slice(0, 1)).flatMap(textOf);
    for (const pattern of patterns) {
      const problem = goPatternProblem(pattern);
      if (problem !== undefined) return `has the pattern ${JSON.stringify(pattern)}, which ${problem}`;
    }
  }
  const [first] = args;
  const [format] = target ? textOf(target) : [];
  if (name !== 'format' || format === undefined || first?.kind !== 'list') return undefined;
  return formatProblem(
    format,
    first.items.map(({ value }) => showType(typeOf(value)).replace(/\(.*/, '')),
  );
}

const PATTERNS: readonly string[] = ['matches', 'find', 'findAll'];

function textOf(expression: Expression): readonly string[] {
  return expression.kind === 'constant' && typeof expression.value === 'string' ? [expression.value] : [];
}
