import { compareVersions, conversionLosses, customResource } from '../../../src/custom-resource';
import { z } from 'zod';
import { refusal, unchecked } from '../refusal';

const widget = (spec: z.ZodObject) =>
  customResource({ group: 'example.com', kind: 'Widget', versions: { v1: { spec } } });
const Released = widget(z.object({ size: z.int(), color: z.string().optional() }));
const Next = widget(z.object({ size: z.int() }));

test('resources, definitions and their texts are compared alike', () => {
  const changes = compareVersions(Released, Next);
  expect(changes).toMatchObject([{ code: 'field-removed', path: 'v1.spec.color' }]);
  expect(compareVersions(Released.definition, Next.definition)).toEqual(changes);
  expect(compareVersions(JSON.stringify(Released.definition), Next)).toEqual(changes);
  expect(conversionLosses(JSON.stringify(Released.definition))).toEqual([]);
});

test.each<[given: unknown, problem: RegExp]>([
  [undefined, /^CustomResourceDefinition: kind is not CustomResourceDefinition: give the manifest of one$/],
  [null, /^CustomResourceDefinition: kind is not /],
  [[], /^CustomResourceDefinition: kind is not /],
  [{ kind: 'List', items: [] }, /^CustomResourceDefinition: kind "List" is not /],
  ['apiVersion: v1\nkind: Secret\n', /^compareVersions: the document has no CustomResourceDefinition, but Secret: /],
  [{ ...Released.definition, spec: 5 }, /^CustomResourceDefinition "widgets.example.com": spec is 5, a number: /],
])('%j is not compared', (given, problem) => {
  expect(refusal(() => compareVersions(unchecked(given), Next))).toMatch(problem);
  expect(refusal(() => compareVersions(Next, unchecked(given)))).toMatch(problem);
});
