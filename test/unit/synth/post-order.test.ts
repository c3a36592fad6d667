import { CycleFound, postOrder } from '../../../src/synth/post-order';

const graph =
  (edges: Record<string, string>) =>
  (vertex: string): string[] =>
    Array.from(edges[vertex] ?? '');

test('postOrder() gives each vertex once, after its successors, in the order of starts and successors', () => {
  expect(postOrder('ae', graph({ a: 'cb', b: 'd', c: 'd' }))).toEqual(['d', 'c', 'b', 'a', 'e']);
});

test('postOrder() names the vertices of a cycle, and no others', () => {
  const cyclic = graph({ a: 'xb', b: 'xc', c: 'xd', d: 'b' });
  expect(() => postOrder('a', cyclic)).toThrow(
    expect.objectContaining({ cycle: ['b', 'c', 'd'] }) as CycleFound<string>,
  );
  expect(() => postOrder('x', graph({ x: 'x' }))).toThrow(CycleFound);
});

test('postOrder() follows a chain of any length, and does not walk a diamond twice', () => {
  const length = 100_000;
  const order = postOrder([0], (n) => (n < length ? [n + 1, Math.min(n + 2, length)] : []));
  expect([order.length, order[0]]).toEqual([length + 1, length]);
});
