import { ApiObject, Testing } from 'cdk8s';
import { ConfigMap, DockerConfigSecret, PersistentVolumeClaim, Secret, ServiceAccount } from 'cdk8s-plus-28';
import { KubernetesObject } from 'cdk8s-workloads';
import { InvalidPropsError, Problems } from '../../../src/props/problem';
import { checkReference, nameOf, type NameOf } from '../../../src/manifest/reference';

const chart = Testing.chart();
const metadata = { name: 'api' };
const references: readonly [string, NameOf, string][] = [
  ['a Secret of cdk8s-plus', new Secret(chart, 'secret', { metadata }), 'Secret'],
  [
    'a Secret of cdk8s-plus for a registry',
    new DockerConfigSecret(chart, 'registry', { metadata, data: {} }),
    'Secret',
  ],
  ['a Secret that cdk8s-plus imports', Secret.fromSecretName(chart, 'imported-secret', 'api'), 'Secret'],
  ['a ConfigMap of cdk8s-plus', new ConfigMap(chart, 'config', { metadata }), 'ConfigMap'],
  ['a ConfigMap that cdk8s-plus imports', ConfigMap.fromConfigMapName(chart, 'imported-config', 'api'), 'ConfigMap'],
  ['a ServiceAccount of cdk8s-plus', new ServiceAccount(chart, 'account', { metadata }), 'ServiceAccount'],
  [
    'a claim that cdk8s-plus imports',
    PersistentVolumeClaim.fromClaimName(chart, 'imported-claim', 'api'),
    'PersistentVolumeClaim',
  ],
  ['an ApiObject', new ApiObject(chart, 'raw', { apiVersion: 'v1', kind: 'Secret', metadata }), 'Secret'],
  [
    'a KubernetesObject',
    new KubernetesObject(chart, 'object', { apiVersion: 'v1', kind: 'ConfigMap', metadata }),
    'ConfigMap',
  ],
  ['an object without a kind', { name: 'api' }, 'Secret'],
  ['a name', 'api', 'Secret'],
];

const textOf = (reference: NameOf | undefined, kind: string): string => {
  const problems = new Problems();
  checkReference(problems, 'secretName', reference, kind);
  try {
    problems.throwIfAny('Thing');
    return '';
  } catch (error) {
    return error instanceof InvalidPropsError ? error.message : String(error);
  }
};

test.each(references)('%s is a reference', (_sentence, reference, kind) => {
  expect(nameOf(reference)).toBe('api');
  expect(textOf(reference, kind)).toBe('');
});

test.each(references.filter(([, reference]) => typeof reference === 'object' && reference.kind !== undefined))(
  '%s is none to another kind',
  (_sentence, reference, kind) => {
    expect(textOf(reference, 'Lease')).toBe(`Thing: secretName "api" is a ${kind}: give a Lease, or its name`);
  },
);

test.each([
  ['', 'is empty: use lower-case letters, digits, "-" and ".", and begin and end each part with a letter or digit'],
  [
    'My Secret',
    'is not a DNS subdomain: use lower-case letters, digits, "-" and ".", and begin and end each part with a letter or digit, such as "my-secret"',
  ],
])('%j is not the name of anything', (name, problem) => {
  expect(textOf(name, 'Secret')).toBe(`Thing: secretName ${JSON.stringify(name)} ${problem}`);
  expect(textOf({ name }, 'Secret')).toBe(`Thing: secretName ${JSON.stringify(name)} ${problem}`);
});

test('no reference is no problem', () => {
  expect(textOf(undefined, 'Secret')).toBe('');
});
