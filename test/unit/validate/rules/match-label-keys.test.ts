import { codes, deployment, pod } from './pod';

const constraint = (labelSelector: object | undefined, ...matchLabelKeys: readonly string[]) => ({
  topologySpreadConstraints: [
    { maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule', matchLabelKeys, labelSelector },
  ],
});

const LABELS = { version: '1' };
const SELECTED = { matchLabels: { version: '1' } };
const EXPRESSED = { matchExpressions: [{ key: 'version', operator: 'Exists' }] };

test.each([
  ['a key that is not selected', constraint({ matchLabels: { app: 'web' } }, 'version')],
  ['no keys', constraint(undefined)],
])('%s is right', (_, spec) => {
  expect(codes(pod(spec, { labels: LABELS }))).toEqual([]);
});

test.each([
  ['without a selector', constraint(undefined, 'version')],
  ['a key that is no label', constraint({}, 'a b')],
  ['a selected label', constraint(SELECTED, 'version')],
  ['a label in an expression', constraint(EXPRESSED, 'version')],
  ['a key that is there twice', constraint({}, 'version', 'version')],
])('%s is refused in a Pod that has the label', (_, spec) => {
  expect(codes(pod(spec, { labels: LABELS }))).toEqual(['match-label-keys']);
});

test.each([
  ['a selected label', constraint(SELECTED, 'version')],
  ['a label in an expression', constraint(EXPRESSED, 'version')],
  ['a key that is there twice', constraint({}, 'version', 'version')],
])('%s is taken where the server has no labels to merge', (_, spec) => {
  expect(codes(pod(spec))).toEqual([]);
  expect(codes(deployment(spec, LABELS))).toEqual([]);
});

test('a label that is selected twice is refused in a template, too', () => {
  expect(codes(deployment(constraint({ ...SELECTED, ...EXPRESSED }, 'version')))).toEqual(['match-label-keys']);
});
