import { validateChange } from '../../../../src/validate/validate-change';
import { BASES } from './bases';

/** As a server gives it back. */
const live = (base: keyof typeof BASES, spec: object, more: object = {}): unknown => ({
  ...BASES[base],
  ...more,
  metadata: { name: 'orders', uid: '6f6a9a0e', resourceVersion: '7', creationTimestamp: '2026-01-01T00:00:00Z' },
  spec,
});
const applied = (base: keyof typeof BASES, spec: object): unknown => ({
  ...BASES[base],
  metadata: { name: 'orders' },
  spec,
});
const found = (before: unknown, after: unknown): readonly string[] =>
  validateChange([before], [after]).map(({ severity, path, message }) => `${severity} ${path} ${message}`);

describe('a claim', () => {
  const { spec } = BASES.BoundClaim;
  const { storageClassName: _, ...without } = spec;
  const bound = live('Claim', { ...spec, volumeName: 'pvc-4da7', volumeMode: 'Filesystem' });

  test('keeps the volume and the class that it was given', () => {
    expect(found(bound, applied('Claim', without))).toEqual([]);
  });

  test('gets no other', () => {
    expect(found(bound, applied('Claim', { ...spec, volumeName: 'other' }))).toEqual([
      'error spec.volumeName was "pvc-4da7" and is "other", but it cannot be changed',
    ]);
  });

  test('whose volume was asked for cannot do without it', () => {
    expect(found(applied('Claim', { ...spec, volumeName: 'a' }), applied('Claim', spec))).toEqual([
      'error spec.volumeName was "a" and is gone, but it cannot be changed',
    ]);
  });
});

describe('a Job', () => {
  const labels = {
    'batch.kubernetes.io/controller-uid': '1f',
    'batch.kubernetes.io/job-name': 'orders',
    'controller-uid': '1f',
    'job-name': 'orders',
  };
  const pods = { restartPolicy: 'Never', containers: [{ name: 'a', image: 'a:1' }] };
  const generated = {
    ...{ completions: 1, parallelism: 1, completionMode: 'NonIndexed', backoffLimit: 6, suspend: false },
    selector: { matchLabels: { 'batch.kubernetes.io/controller-uid': '1f' } },
    template: { metadata: { labels, creationTimestamp: null }, spec: { ...pods, dnsPolicy: 'ClusterFirst' } },
  };
  const written = { template: { spec: pods } };

  test('keeps what the server generates for it', () => {
    expect(found(live('Job', generated), applied('Job', written))).toEqual([]);
    expect(found(applied('Job', written), live('Job', generated))).toEqual([]);
  });

  test('with a selector of its own keeps that', () => {
    const own = { ...generated, manualSelector: true };
    expect(found(live('Job', own), applied('Job', { ...written, manualSelector: true })).length).toBeGreaterThan(0);
  });

  test('cannot run another image', () => {
    const other = { template: { spec: { ...pods, containers: [{ name: 'a', image: 'a:2' }] } } };
    expect(found(live('Job', generated), applied('Job', other))).toEqual([
      'error spec.template.spec.containers[0].image was "a:1" and is "a:2", but it cannot be changed',
    ]);
  });
});

describe('a Pod', () => {
  const name = 'kube-api-access-x7k2p';
  const mount = { name, mountPath: '/var/run/secrets/kubernetes.io/serviceaccount', readOnly: true };
  const token = { name, projected: { sources: [{ serviceAccountToken: { path: 'token', expirationSeconds: 3607 } }] } };
  const taints = ['not-ready', 'unreachable'].map((taint) => `node.kubernetes.io/${taint}`);
  const admitted = {
    containers: [{ name: 'a', image: 'a:1', imagePullPolicy: 'IfNotPresent', volumeMounts: [mount] }],
    ...{ enableServiceLinks: true, priority: 0, preemptionPolicy: 'PreemptLowerPriority', nodeName: 'one' },
    ...{ serviceAccount: 'default', serviceAccountName: 'default', imagePullSecrets: [{ name: 'registry' }] },
    tolerations: taints.map((key) => ({ key, operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 300 })),
    volumes: [token],
  };
  const written = { containers: [{ name: 'a', image: 'a:1' }] };

  test('keeps what admission and the scheduler gave it', () => {
    expect(found(live('Pod', admitted), applied('Pod', written))).toEqual([]);
  });

  test('keeps its node', () => {
    expect(found(live('Pod', admitted), applied('Pod', { ...written, nodeName: 'two' }))).toEqual([
      'error spec.nodeName was "one" and is "two", but it cannot be changed',
    ]);
    expect(found(applied('Pod', { ...written, nodeName: 'one' }), applied('Pod', written))).toHaveLength(1);
  });
});
