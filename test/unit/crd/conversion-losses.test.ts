import { conversionLosses } from '../../../src/crd/conversion-losses';
import type { CustomResourceDefinition, JSONSchemaProps } from '../../../src/manifest/kubernetes';

type Version = CustomResourceDefinition['spec']['versions'][number];

function version(name: string, spec: JSONSchemaProps, more: Partial<Version> = {}): Version {
  const openAPIV3Schema = { type: 'object', properties: { spec: { type: 'object', ...spec } } };
  return { name, served: true, storage: false, schema: { openAPIV3Schema }, ...more };
}

function losses(versions: readonly Version[], strategy?: 'None' | 'Webhook'): readonly string[] {
  const definition: CustomResourceDefinition = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    spec: {
      group: 'example.com',
      names: { kind: 'Widget', plural: 'widgets' },
      scope: 'Namespaced',
      versions,
      ...(strategy ? { conversion: { strategy } } : {}),
    },
  };
  return conversionLosses(definition).map(({ path, message }) => `${path} ${message}`);
}

const string: JSONSchemaProps = { type: 'string' };
const size = version('v1beta1', { properties: { size: string } });
const replicas = version('v1', { properties: { replicas: string } }, { storage: true });

describe('conversionLosses()', () => {
  test('names what either version lacks', () => {
    const wayOut = 'make them alike, or convert with a webhook';
    expect(losses([size, replicas])).toEqual([
      `v1.spec.replicas is not in v1beta1: what is written through v1beta1 takes it away; ${wayOut}`,
      `v1beta1.spec.size is not in v1: what is written there through v1beta1 is not stored; ${wayOut}`,
    ]);
  });

  test('names a field of another type', () => {
    const typed = (type: string) => ({ properties: { size: { type } } });
    const found = losses([version('v1', typed('integer')), version('v2', typed('string'), { storage: true })], 'None');
    expect(found[0]).toMatch(/^v1\.spec\.size has another type in v2: /);
  });

  test('names a map, and unknown fields, that the other version closes', () => {
    const map = version('v1alpha1', { additionalProperties: string });
    const open = version('v1alpha2', { 'x-kubernetes-preserve-unknown-fields': true });
    const closed = version('v1', {}, { storage: true });
    expect(losses([map, open, closed]).map((each) => each.split(':')[0])).toEqual([
      'v1alpha1.spec takes any key, but not in v1',
      'v1alpha2.spec keeps unknown fields, but not in v1',
    ]);
  });

  test.each([
    ['a webhook converts', [size, replicas], 'Webhook'],
    ['the other version is not served', [{ ...size, served: false }, replicas], 'None'],
    ['there is one version', [replicas], 'None'],
    [
      'versions differ only in what they refuse',
      [
        version('v1', { properties: { a: { ...string, maxLength: 3 } } }),
        version('v2', { properties: { a: string } }, { storage: true }),
      ],
      'None',
    ],
  ] as const)('finds nothing where %s', (_what, versions, strategy) => {
    expect(losses(versions, strategy)).toEqual([]);
  });
});
