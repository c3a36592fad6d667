/** A place in a text as people count: the first line is 1, and so is the first column of each. A column is a UTF-16 unit, as editors have it. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Gives the line and column of an offset in a text. */
export type FindLine = (offset: number) => Position;

/** Goes through the text once, and answers in logarithmic time from then on. */
export function linesOf(text: string): FindLine {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
