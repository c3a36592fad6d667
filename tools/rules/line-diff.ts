/** What makes the second text of the first: lines that begin with `-`, `+` or a space, with `context` lines around each change, and `...` between. */
export function lineDiff(before: readonly string[], after: readonly string[], context = 1): readonly string[] {
  const lines = editsOf(before, after);
  const isNear = (index: number): boolean =>
    lines.slice(Math.max(0, index - context), index + context + 1).some((line) => !line.startsWith(' '));
  return lines.flatMap((line, index) => {
    if (isNear(index)) return [line];
    return index > 0 && isNear(index - 1) && lines.slice(index).some((_, i) => isNear(index + i)) ? ['...'] : [];
  });
}

/** The shortest way from one to the other, by the longest common subsequence. */
function editsOf(before: readonly string[], after: readonly string[]): readonly string[] {
  const common = before.map(() => after.map(() => 0)).map((row) => [...row, 0]);
  common.push([...after.map(() => 0), 0]);
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const row = common[i];
      if (row) row[j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: string[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      lines.push(` ${before[i++] ?? ''}`);
      j++;
    } else if (i < before.length && (j === after.length || at(i + 1, j) >= at(i, j + 1))) {
      lines.push(`-${before[i++] ?? ''}`);
    } else lines.push(`+${after[j++] ?? ''}`);
  }
  return lines;
}
