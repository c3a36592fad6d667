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
  successors: (vertex: Vertex) => Iterable<Vertex>,
): Vertex[] {
  const done = new Set<Vertex>();
  for (const start of starts) {
    if (!done.has(start)) finish(start, successors, done);
  }
  return [...done];
}

/** Adds `start` and what it reaches to `done`, in post-order. */
function finish<Vertex>(start: Vertex, successors: (vertex: Vertex) => Iterable<Vertex>, done: Set<Vertex>): void {
  // The way from the start to where we are: insertion order is the order of the way.
  const open = new Map<Vertex, Iterator<Vertex>>();
  const stack: Vertex[] = [];
  enter(start);
  for (let vertex = stack.at(-1); vertex !== undefined; vertex = stack.at(-1)) {
    const next = open.get(vertex)?.next();
    if (next && next.done !== true) {
      if (open.has(next.value)) throw new CycleFound(stack.slice(stack.indexOf(next.value)));
      if (!done.has(next.value)) enter(next.value);
      continue;
    }
    done.add(vertex);
    open.delete(vertex);
    stack.pop();
  }

  function enter(vertex: Vertex): void {
    open.set(vertex, successors(vertex)[Symbol.iterator]());
    stack.push(vertex);
  }
}
