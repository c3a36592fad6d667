import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import { goldenFiles } from './golden-files';

/** Empty maps that Kubernetes gives a meaning: "a folder", "all pods", "there is a status", "filled by the defaults of its fields". */
const MEANINGFUL_WHEN_EMPTY = ['emptyDir', 'podSelector', 'namespaceSelector', 'subresources.status', 'default'];

/** What Kubernetes takes for a field that is left out, by the end of the field's path. */
const DEFAULTS: Readonly<Record<string, unknown>> = {
  'ports.protocol': 'TCP',
  'containers.imagePullPolicy': 'IfNotPresent',
  'initContainers.imagePullPolicy': 'IfNotPresent',
  'containers.terminationMessagePolicy': 'File',
  'template.spec.restartPolicy': 'Always',
  'template.spec.dnsPolicy': 'ClusterFirst',
  'template.spec.schedulerName': 'default-scheduler',
  'template.spec.terminationGracePeriodSeconds': 30,
  'template.spec.enableServiceLinks': true,
  'template.spec.hostNetwork': false,
  'template.spec.hostPID': false,
  'template.spec.hostIPC': false,
  'tolerations.operator': 'Equal',
  'securityContext.privileged': false,
  'securityContext.fsGroupChangePolicy': 'Always',
  'volumeMounts.readOnly': false,
  'volumeMounts.mountPropagation': 'None',
  'hostPath.type': '',
  'secret.defaultMode': 0o644,
  'configMap.defaultMode': 0o644,
  'secretKeyRef.optional': false,
  'configMapKeyRef.optional': false,
  'fieldRef.apiVersion': 'v1',
  'httpGet.scheme': 'HTTP',
  ...probeDefaults('startupProbe', 'readinessProbe', 'livenessProbe'),
  'Service.spec.type': 'ClusterIP',
  'Service.spec.sessionAffinity': 'None',
  'Service.spec.internalTrafficPolicy': 'Cluster',
  'Service.spec.externalTrafficPolicy': 'Cluster',
  'Service.spec.publishNotReadyAddresses': false,
  'Service.spec.allocateLoadBalancerNodePorts': true,
  'spec.replicas': 1,
  'spec.minReadySeconds': 0,
  'spec.revisionHistoryLimit': 10,
  'spec.strategy.type': 'RollingUpdate',
  'spec.updateStrategy.type': 'RollingUpdate',
  'Deployment.spec.progressDeadlineSeconds': 600,
  'DaemonSet.spec.updateStrategy.rollingUpdate.maxUnavailable': 1,
  'spec.podManagementPolicy': 'OrderedReady',
  'persistentVolumeClaimRetentionPolicy.whenDeleted': 'Retain',
  'persistentVolumeClaimRetentionPolicy.whenScaled': 'Retain',
  'spec.volumeMode': 'Filesystem',
  'spec.backoffLimit': 6,
  'spec.completions': 1,
  'spec.parallelism': 1,
  'spec.completionMode': 'NonIndexed',
  'spec.suspend': false,
  'spec.concurrencyPolicy': 'Allow',
  'spec.successfulJobsHistoryLimit': 3,
  'spec.failedJobsHistoryLimit': 1,
  'PodDisruptionBudget.spec.unhealthyPodEvictionPolicy': 'IfHealthyBudget',
};

/** Where a default is said all the same. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'NetworkPolicy.spec.egress.ports.protocol': 'DNS is UDP and TCP, and one of them without a name would look forgotten',
  'StatefulSet.spec.replicas': 'a controller says it always: what it does not say, it does not set right again',
};

describe.each(goldenFiles())('$construct/$shows.yaml', ({ path }) => {
  const text = readFileSync(path, 'utf8');
  const manifests = read(text, '1.2');

  test('is read alike as YAML 1.1 and 1.2', () => {
    expect(read(text, '1.1')).toEqual(manifests);
  });

  test('begins each object with apiVersion, kind and metadata', () => {
    for (const manifest of manifests)
      expect(Object.keys(manifest).slice(0, 3)).toEqual(['apiVersion', 'kind', 'metadata']);
  });

  test('has no nulls, and nothing empty that has no meaning', () => {
    expect(fields(manifests).filter(isVoid).map(show)).toEqual([]);
  });

  test('repeats no default', () => {
    expect(fields(manifests).filter(isDefault).map(show)).toEqual([]);
  });

  test('has a namespace exactly where an object can have one', () => {
    for (const { kind, metadata } of manifests) {
      expect([kind, metadata.namespace !== undefined]).toEqual([
        kind,
        !/^(Cluster|CustomResourceDefinition|Namespace|StorageClass)/.test(kind),
      ]);
    }
  });
});

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly namespace?: string };
}

interface Field {
  /** `Deployment.spec.template.spec.containers.name`: the kind, and the names of the fields without the places in lists. */
  readonly path: string;
  readonly value: unknown;
}

function read(text: string, version: '1.1' | '1.2'): readonly Manifest[] {
  return parseAllDocuments(text, { version }).map((document) => {
    expect(document.errors).toEqual([]);
    return document.toJS() as Manifest;
  });
}

function fields(manifests: readonly Manifest[]): readonly Field[] {
  return manifests.flatMap((manifest) => below(manifest.kind, manifest));
}

function below(path: string, value: unknown): readonly Field[] {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [
    { path, value },
    ...entries.flatMap(([key, child]) => below(Array.isArray(value) ? path : `${path}.${key}`, child)),
  ];
}

function isVoid({ path, value }: Field): boolean {
  if (value === null) return true;
  const isEmpty = typeof value === 'object' && Object.keys(value).length === 0;
  return isEmpty && !MEANINGFUL_WHEN_EMPTY.some((field) => path.endsWith(`.${field}`));
}

function isDefault({ path, value }: Field): boolean {
  if (EXCEPTIONS[path] !== undefined) return false;
  return Object.entries(DEFAULTS).some(([end, usual]) => value === usual && `.${path}`.endsWith(`.${end}`));
}

function show({ path, value }: Field): string {
  return `${path}: ${JSON.stringify(value)}`;
}

function probeDefaults(...probes: readonly string[]): Readonly<Record<string, unknown>> {
  const timing = {
    initialDelaySeconds: 0,
    periodSeconds: 10,
    timeoutSeconds: 1,
    failureThreshold: 3,
    successThreshold: 1,
  };
  return Object.fromEntries(
    probes.flatMap((probe) => Object.entries(timing).map(([field, value]) => [`${probe}.${field}`, value])),
  );
}
