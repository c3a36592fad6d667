import { customResource } from 'cdk8s-workloads/custom-resource';
import { z } from 'zod';
import { refusal, unchecked } from '../refusal';

const spec = { schedule: '@daily' };
const Backup = customResource({
  group: 'shop.example.com',
  kind: 'Backup',
  versions: { v1: { spec: z.object({ schedule: z.string() }) } },
});

test.each<[name: string, props: unknown, problem: string]>([
  ['no props', null, 'is null: give an object, such as { spec: { ... } }'],
  ['no metadata', { metadata: null, spec }, 'metadata is null'],
  ['a text for metadata', { metadata: 'xyz', spec }, 'metadata "xyz" is a string'],
  ['metadata with a typo', { metadata: { lables: {} }, spec }, 'metadata.lables is not known: did you mean "labels"'],
  ['a list of labels', { metadata: { labels: ['a'] }, spec }, 'metadata.labels is a list'],
  ['labels that none can have', { metadata: { labels: { a: 'x y' } }, spec }, 'metadata.labels.a "x y" is not '],
  ['a name that is a list', { metadata: { name: [] }, spec }, 'metadata.name is a list'],
  ['a namespace that none is', { metadata: { namespace: 'Bad_NS' }, spec }, 'metadata.namespace "Bad_NS" is not '],
  ['one finalizer', { metadata: { finalizers: 5 }, spec }, 'metadata.finalizers 5 is a number'],
])('an object with %s is refused', (_name, props, problem) => {
  expect(refusal((chart) => new Backup(chart, 'x', unchecked(props)))).toContain(problem);
  expect(refusal(() => Backup.manifest(unchecked(props)))).toContain(problem);
});

test('an object has all metadata that its author may write', () => {
  const metadata = {
    name: 'a',
    namespace: 'b',
    labels: { a: '' },
    annotations: { 'A.b/c': 'd e' },
    finalizers: ['a.b/c'],
  };
  expect(Backup.manifest({ metadata, spec })).toMatchObject({ metadata });
});
