import { Chart, Testing } from 'cdk8s';
import { KubernetesObject, type KubernetesManifest } from 'cdk8s-workloads';
import { refusal, shop, unchecked } from '../refusal';

describe('a KubernetesObject', () => {
  const subdomainHow =
    'use lower-case letters, digits, "-" and ".", and begin and end each part with a letter or digit';
  test.each<[string, string, KubernetesManifest, string]>([
    [
      'is called as its kind can be, by its id',
      'My Config',
      { apiVersion: 'v1', kind: 'ConfigMap' },
      `id "My Config" is not a DNS subdomain: ${subdomainHow}, such as "my-config"`,
    ],
    [
      'is called as its kind can be, by its metadata',
      'config',
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'My_Config' } },
      `metadata.name "My_Config" is not a DNS subdomain: ${subdomainHow}, such as "my-config"`,
    ],
    [
      'is called as short as its kind must be',
      'n'.repeat(53),
      { apiVersion: 'batch/v1', kind: 'CronJob' },
      `id "${'n'.repeat(53)}" has 53 characters; the name of a CronJob holds 52, because its Jobs are named by it and 11 characters more: shorten it`,
    ],
  ])('%s', (_sentence, id, manifest, problem) => {
    expect(refusal((chart) => new KubernetesObject(chart, id, manifest))).toBe(
      `KubernetesObject "shop/${id}": ${problem}`,
    );
  });

  test('is printed as it was written, in the namespace and with the labels of its chart', () => {
    const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop', labels: { team: 'a' } });
    new KubernetesObject(chart, 'web', {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { labels: { app: 'web' } },
      spec: { clusterIP: 'None', publishNotReadyAddresses: true },
    });
    expect(Testing.synth(chart)).toEqual([
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'web', namespace: 'shop', labels: { app: 'web', team: 'a' } },
        spec: { clusterIP: 'None', publishNotReadyAddresses: true },
      },
    ]);
  });

  test.each<[KubernetesManifest]>([
    [{ apiVersion: 'v1', kind: 'Namespace' }],
    [{ apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', provisioner: 'example.com/disk' }],
    [{ apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole' }],
  ])('of the whole cluster has no namespace', (manifest) => {
    const chart = shop();
    new KubernetesObject(chart, 'thing', manifest);
    expect(Testing.synth(chart)).toEqual([{ ...manifest, metadata: { name: 'thing' } }]);
  });

  test('keeps a namespace of its own', () => {
    const object = new KubernetesObject(shop(), 'web', {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { namespace: 'other' },
    });
    expect(object.metadata.namespace).toBe('other');
  });
});

test.each([
  [
    undefined,
    ' has 2 problems:\n  apiVersion is missing: give a string, such as "storage.k8s.io/v1"\n  kind is missing: give a string, such as "StorageClass"',
  ],
  [{ kind: 'StorageClass' }, ': apiVersion is missing: give a string, such as "storage.k8s.io/v1"'],
  [
    { apiVersion: 'v1', kind: 'Secret', metadata: 'tls' },
    ': metadata "tls" is a string: give an object, such as { labels: { team: "checkout" } }',
  ],
  [
    { apiVersion: 'v1', kind: 'Secret', metadata: { lables: {}, finalizers: 5 } },
    ' has 2 problems:\n  metadata.lables is not known: did you mean "labels"\n  metadata.finalizers 5 is a number: give a list, such as ["shop.example.com/cleanup"]',
  ],
  [
    { apiVersion: 'v1', kind: 'Secret', metadata: { namespace: 'Shop' } },
    /: metadata.namespace "Shop" is not a DNS label: /,
  ],
  [{ apiVersion: 'v1', kind: 'Secret', metadata: { labels: { 'a b': 'c' } } }, /: metadata.labels "a b" is not /],
])('a KubernetesObject is not made of %j', (manifest, problem) => {
  const said = refusal((chart) => new KubernetesObject(chart, 'ssd', unchecked(manifest)));
  if (typeof problem === 'string') expect(said).toBe(`KubernetesObject "shop/ssd"${problem}`);
  else expect(said).toMatch(problem);
});
