import { applyDefaults, pruneNulls } from '../../../src/crd/defaults';
import { scaleProblems } from '../../../src/crd/scale-values';
import type { JSONSchemaProps } from '../../../src/manifest/kubernetes';

const scale = {
  specReplicasPath: '.spec.size',
  statusReplicasPath: '.status.pods.size',
  labelSelectorPath: '.status.selector',
};
const schema: JSONSchemaProps = {
  type: 'object',
  properties: { spec: { type: 'object', properties: { size: { type: 'integer', default: -1 } } } },
};
const replicas = 'a number of replicas: give an integer from 0 to 2147483647';

test.each<[manifest: object, problems: readonly string[]]>([
  [{ spec: { size: 0 }, status: { pods: { size: 3 }, selector: 'app=shop' } }, []],
  [{ spec: { size: 2 ** 31 - 1 }, status: { pods: null } }, []],
  [{}, []],
  [{ spec: { size: null } }, [`spec.size is -1, and scale reads it as ${replicas}`]],
  [{ spec: {} }, [`spec.size is -1, and scale reads it as ${replicas}`]],
  [{ spec: { size: 2 ** 31 } }, [`spec.size is 2147483648, and scale reads it as ${replicas}`]],
  [{ status: { pods: { size: true } } }, [`status.pods.size is true, and scale reads it as ${replicas}`]],
  [{ status: { pods: { size: null } } }, [`status.pods.size is null, and scale reads it as ${replicas}`]],
  [{ status: { pods: 3 } }, ['status.pods is 3, and scale reads size in it: give an object']],
  [{ status: { selector: 5 } }, ['status.selector is 5, and scale reads it as a label selector: give a string']],
])('scale reads %j', (manifest, problems) => {
  expect(
    scaleProblems(scale)(applyDefaults(schema, pruneNulls(schema, manifest))).map(
      ({ path, phrase }) => `${path} ${phrase}`,
    ),
  ).toEqual(problems);
});

test('a scale without a label selector reads none', () => {
  const { labelSelectorPath: _, ...less } = scale;
  expect(scaleProblems(less)({ status: { selector: 5 } })).toEqual([]);
});
