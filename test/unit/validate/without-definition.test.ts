import { withoutDefinition } from '../../../src/validate/without-definition';

const WIDGET = { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'a' } };
const DEFINITION = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  spec: { group: 'example.com', names: { kind: 'Widget' }, versions: [{ name: 'v1' }, { name: 'v2' }] },
};

test('objects are counted by their kind', () => {
  const gadget = { ...WIDGET, kind: 'Gadget' };
  expect([...withoutDefinition([WIDGET, gadget, WIDGET], [])]).toEqual([
    ['example.com/Widget', 2],
    ['example.com/Gadget', 1],
  ]);
});

test.each<[string, readonly unknown[], readonly unknown[]]>([
  ['a built-in kind', [{ apiVersion: 'v1', kind: 'Pod' }, DEFINITION], []],
  ['a kind with a definition among the manifests', [WIDGET, DEFINITION], []],
  ['a kind with a definition in the cluster', [{ ...WIDGET, apiVersion: 'example.com/v2' }], [DEFINITION]],
  ['what is no kind, and an issue', [{ apiVersion: 'apps/v1', kind: 'Deploymnt' }], []],
  ['what is no object', [null, 3, [], { kind: 'Widget' }, { apiVersion: 3, kind: 'Widget' }], []],
])('%s is not among them', (_, manifests, definitions) => {
  expect(withoutDefinition(manifests, definitions).size).toBe(0);
});

test.each([[null], [{ kind: 'CustomResourceDefinition' }], [{ ...DEFINITION, spec: { versions: [null] } }]])(
  'a definition like %j defines nothing',
  (definition) => {
    expect(withoutDefinition([WIDGET, definition], [definition]).get('example.com/Widget')).toBe(1);
  },
);
