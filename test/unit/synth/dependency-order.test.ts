import { ApiObject, App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { readConstructTree } from '../../../src/synth/construct-tree';
import { allDependencies } from '../../../src/synth/dependency-graph';
import { inDependencyOrder } from '../../../src/synth/dependency-order';

test('inDependencyOrder() keeps the order of the tree where nothing depends on anything', () => {
  const app = new App();
  thing(new Chart(app, 'b'), 'two');
  thing(new Chart(app, 'a'), 'one');
  expect(order(app)).toEqual(['', 'b', 'b/two', 'a', 'a/one']);
});

test('inDependencyOrder() puts all objects of a construct after all objects of what it depends on', () => {
  const chart = new Chart(new App(), 'shop');
  const [api, db] = [new Construct(chart, 'api'), new Construct(chart, 'db')];
  for (const id of ['x', 'y']) [api, db].forEach((construct) => thing(construct, id));
  api.node.addDependency(db);
  expect(order(chart).filter((path) => /[xy]$/.test(path))).toEqual([
    'shop/db/x',
    'shop/db/y',
    'shop/api/x',
    'shop/api/y',
  ]);
});

test('inDependencyOrder() puts a whole chart after one object of its own', () => {
  const chart = new Chart(new App(), 'shop');
  thing(chart, 'first');
  const definition = thing(chart, 'definition');
  chart.addDependency(definition);
  expect(order(chart)).toEqual(['shop/definition', 'shop', 'shop/first']);
});

test('inDependencyOrder() takes scopes of thousands of objects that depend on each other, which cdk8s does not finish', () => {
  const chart = new Chart(new App(), 'big');
  const layers = Array.from({ length: 40 }, (_, layer) => new Construct(chart, `layer-${layer}`));
  for (const layer of layers) for (let i = 0; i < 200; i++) thing(layer, `object-${i}`);
  for (const [i, layer] of layers.entries()) layers.slice(i + 1).forEach((deeper) => layer.node.addDependency(deeper));
  const objects = order(chart).filter((path) => path.includes('object'));
  expect([objects.length, objects.at(0), objects.at(-1)]).toEqual([
    8000,
    'big/layer-39/object-0',
    'big/layer-0/object-199',
  ]);
});

test('a dependency cycle is named as it is, with the dependencies that it follows from', () => {
  const app = new App();
  const [a, b, c] = [new Chart(app, 'a'), new Chart(app, 'b'), new Chart(app, 'c')];
  const [one, two] = [thing(a, 'one'), thing(a, 'two')];
  one.addDependency(thing(c, 'innocent'), thing(b, 'three'));
  b.addDependency(two);
  expect(() => order(app)).toThrow(`Dependency cycle detected: a/two => b/three => a/two
  "a/two" comes after "b/three": "a/one" depends on "b/three", and so do all of their charts
  "b/three" comes after "a/two": "b" depends on "a/two"
Remove one of these dependencies, or move what both sides need into a chart of its own`);
});

test('a dependency cycle that was declared is named as such', () => {
  const chart = new Chart(new App(), 'c');
  const [one, two] = [thing(chart, 'one'), thing(chart, 'two')];
  one.addDependency(two);
  two.addDependency(one);
  expect(() => order(chart)).toThrow('  "c/one" depends on "c/two"\n  "c/two" depends on "c/one"\n');
});

test('a dependency of a nested chart on the chart around it is a cycle', () => {
  const outer = new Chart(new App(), 'outer');
  new Chart(outer, 'inner').addDependency(outer);
  expect(() => order(outer)).toThrow('"outer" comes after "outer/inner": a chart comes after the charts in it');
});

test.each([
  [
    'itself',
    (chart: Chart) => chart.node.tryFindChild('one')?.node.addDependency(chart.node.children[0] ?? chart),
    'c/one => c/one',
  ],
  ['two objects of its own', (chart: Chart) => chart.addDependency(chart), 'c/one => c/two => c/one'],
])('a construct that depends on %s is a cycle', (_, change, cycle) => {
  const chart = new Chart(new App(), 'c');
  thing(chart, 'one');
  thing(chart, 'two');
  change(chart);
  expect(() => order(chart)).toThrow(cycle);
});

test('a dependency outside of every chart says where to put it', () => {
  const app = new App();
  const outside = new Construct(app, 'outside');
  new Chart(app, 'shop').addDependency(outside);
  expect(() => order(app)).toThrow(
    '"shop" cannot depend on "outside": cannot find a parent chart (directly or indirectly) of "outside"',
  );
});

function thing(scope: Construct, id: string): ApiObject {
  return new ApiObject(scope, id, { apiVersion: 'v1', kind: 'Thing' });
}

function order(scope: Construct): string[] {
  const tree = readConstructTree(scope.node.root);
  const place = tree.placeOf(scope) ?? tree.root;
  return inDependencyOrder(allDependencies(tree), place).map(({ construct }) => construct.node.path);
}
