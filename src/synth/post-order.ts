/** A vertex can be reached from itself. `cycle` holds the way, each vertex once. */
export class CycleFound<Vertex> extends Error {
  constructor(readonly cycle: readonly Vertex[]) {
    super('the graph has a cycle');
    this.name = 'CycleFound';
  }
}

/**
 * All vertices that can be reached from `starts`, each after its successors: depth first, starts and successors in their order.
 * Takes time linear in vertices and edges, and stack space that does not grow with them.
 *
 * @throws CycleFound
 * @example postOrder(['shirt'], (garment) => (garment === 'shirt' ? ['vest'] : [])) // ['vest', 'shirt']
 */
export function postOrder<Vertex>(
  starts: Iterable<Vertex>,
  successors: (vertex: Vertex) => readonly Vertex[],
): Vertex[] {
  const done = new Set<Vertex>();
  for (const start of starts) finish(start, successors, done);
  return [...done];
}

/** Adds `start` and what it reaches to `done`, in post-order. */
function finish<Vertex>(start: Vertex, successors: (vertex: Vertex) => readonly Vertex[], done: Set<Vertex>): void {
  // The way from the start to where we are, and what is still to be visited from each vertex on it.
  const way: { readonly vertex: Vertex; readonly pending: Iterator<Vertex> }[] = [];
  const onTheWay = new Set<Vertex>();
  visit(start);
  for (let here = way.at(-1); here; here = way.at(-1)) {
    const next = here.pending.next();
    if (!next.done) {
      visit(next.value);
      continue;
    }
    done.add(here.vertex);
    onTheWay.delete(here.vertex);
    way.pop();
  }

  function visit(vertex: Vertex): void {
    if (done.has(vertex)) return;
    if (onTheWay.has(vertex)) {
      const vertices = way.map((step) => step.vertex);
      throw new CycleFound(vertices.slice(vertices.indexOf(vertex)));
    }
    const next = successors(vertex);
    // Most vertices lead nowhere.
    if (next.length === 0) {
      done.add(vertex);
      return;
    }
    way.push({ vertex, pending: next[Symbol.iterator]() });
    onTheWay.add(vertex);
  }
}
