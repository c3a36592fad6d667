import { spotsIn } from '../../../../src/cli/validate/find-position';

const DEPLOYMENT = `---
# comment
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, labels: {"a/b": c, on: d}}
spec:
  empty:
  template: &template
    containers:
      - name: "web"
        ports: [80, {port: 81}]
      -
      - 'text'
    "quoted key": 1
  same: *template
  merged:
    <<: *template
    own: 1
  list: [*template, ~]
`;

test.each([
  ['', 'apiVersion'],
  ['kind', 'kind:'],
  ['metadata.name', 'name: web'],
  ['metadata.labels["a/b"]', '"a/b": c'],
  ['metadata.labels.true', 'on: d'],
  ['metadata.namespace', 'metadata:'],
  ['spec', 'spec:'],
  ['spec.empty', 'empty:'],
  ['spec.empty.field', 'empty:'],
  ['spec.template.containers', 'containers:'],
  ['spec.template.containers[0]', 'name: "web"'],
  ['spec.template.containers[0].image', 'name: "web"'],
  ['spec.template.containers[0].ports[0]', '80,'],
  ['spec.template.containers[0].ports[1].port', 'port: 81'],
  ['spec.template.containers[1]', 'containers:'],
  ['spec.template.containers[2]', "'text'"],
  ['spec.template.containers[7]', 'containers:'],
  ['spec.template["quoted key"]', '"quoted key"'],
  ['spec.same', 'same:'],
  ['spec.same.containers[0]', 'name: "web"'],
  ['spec.merged.own', 'own:'],
  ['spec.merged.containers', 'containers:'],
  ['spec.merged.missing', 'merged:'],
  ['spec.list[0]', '*template,'],
  ['nothing.at.all', 'apiVersion'],
])('%j is found at %j', (path, text) => {
  const { offset } = spotsIn(DEPLOYMENT)(path);
  expect(DEPLOYMENT.slice(offset).split('\n')[0]).toContain(text);
  expect(DEPLOYMENT.slice(offset).startsWith(text)).toBe(true);
});

test('an item of a list is looked in from there', () => {
  const list = '{"kind": "List", "items": [{"a": 1}, {"a": {"b": 2}}]}';
  expect(list.slice(spotsIn(list)('a.b', ['items', 1]).offset)).toBe('"b": 2}}]}');
});

test.each([
  ['a', '1.10'],
  ['b[0]', 'NO'],
  ['c', undefined],
  ['d', '1.10'],
  ['e', undefined],
  ['f', undefined],
  ['g', undefined],
])('%j has the text %j, if it is a scalar without quotes', (path, text) => {
  expect(spotsIn('a: &a 1.10\nb: [NO]\nc: "3"\nd: *a\ne:\nf: {}')(path).plain).toBe(text);
});

test('places after brackets that close in the column of their key are those of the text', () => {
  const text = 'a: [\n"x",\n{b: 1}\n]\nc: 2\n';
  const places = ['a', 'a[0]', 'a[1].b', 'c'].map((path) => text.slice(spotsIn(text)(path).offset).split('\n')[0]);
  expect(places).toEqual(['a: [', '"x",', 'b: 1}', 'c: 2']);
});
