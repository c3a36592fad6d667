import type { PersistentVolumeClaim, PreferredSchedulingTerm } from '../../../../imports/kubernetes/types';
import type { Quantity } from '../../../../src/manifest/quantity';
import { both, either, isNotScheduled, isOnNodes, isReady, of, says } from '../evidence';
import { deployment, pod, template } from '../manifests';
import { mistake, type Mistake } from '../mistake';

const FIRST_NODE: PreferredSchedulingTerm = {
  weight: 100,
  preference: { matchExpressions: [{ key: 'kubernetes.io/hostname', operator: 'In', values: ['node-1'] }] },
};

/** Pods that no node takes, or the wrong one. */
export const SCHEDULING: readonly Mistake[] = [
  mistake<object>({
    name: 'affinity-to-nothing',
    code: 'affinity-selector',
    wrong: {},
    right: { labelSelector: { matchLabels: { app: 'right-affinity-to-nothing' } } },
    manifests: (term, name) => [
      pod(
        name,
        {},
        {
          affinity: {
            podAffinity: {
              requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'kubernetes.io/hostname', ...term }],
            },
          },
        },
      ),
    ],
    fails: isNotScheduled(/pod affinity/),
    works: isReady,
  }),
  mistake({
    name: 'claim-of-many',
    code: 'shared-claim',
    wrong: 2,
    right: 1,
    manifests: (replicas, name) => [
      claim(name, { accessModes: ['ReadWriteOncePod'] }),
      deployment(
        name,
        template(name, {}, { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: name } }] }),
        {
          replicas,
        },
      ),
    ],
    fails: isNotScheduled(/ReadWriteOncePod/),
    works: isReady,
  }),
  mistake({
    name: 'affinity-to-nobody',
    code: 'selects-nothing',
    wrong: 'affinity-to-nobdy',
    right: 'right-affinity-to-nobody',
    manifests: (app, name) => [
      pod(
        name,
        {},
        {
          affinity: {
            podAffinity: {
              requiredDuringSchedulingIgnoredDuringExecution: [
                { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: { app } } },
              ],
            },
          },
        },
      ),
    ],
    fails: isNotScheduled(/pod affinity/),
    works: isReady,
  }),
  mistake({
    name: 'port-of-each-node',
    code: 'taken-host-port',
    wrong: 19100,
    right: 19101,
    manifests: (hostPort, name) => [
      daemonSet(`${name}-exporter`, 19100),
      deployment(name, template(name, { ports: [{ containerPort: 80, hostPort }] })),
    ],
    // Whichever pod comes second.
    fails: either(isNotScheduled(/free ports/), of('exporter', isNotScheduled(/free ports/))),
  }),
  mistake({
    name: 'volume-of-other-class',
    code: 'unbindable-claim',
    wrong: 'manual',
    right: 'local',
    manifests: (storageClassName, name, namespace) => [
      volume(`${namespace}-${name}`),
      claim(name, { storageClassName, volumeName: `${namespace}-${name}` }),
      pod(name, {}, { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: name } }] }),
    ],
    fails: both(says('VolumeMismatch', /storageClassName/), isNotScheduled(/unbound/)),
    works: isReady,
  }),
  mistake<Quantity>({
    name: 'volume-too-small',
    code: 'unbindable-claim',
    wrong: '10Mi',
    right: '1Mi',
    manifests: (storage, name, namespace) => [
      volume(`${namespace}-${name}`),
      claim(name, {
        storageClassName: 'local',
        volumeName: `${namespace}-${name}`,
        resources: { requests: { storage } },
      }),
    ],
    fails: says('VolumeMismatch', /too small/),
  }),
  mistake({
    name: 'misspelt-class',
    code: 'misspelt-reference',
    wrong: 'fst',
    right: 'fast',
    manifests: (suffix, name, namespace) => [
      {
        apiVersion: 'storage.k8s.io/v1',
        kind: 'StorageClass',
        metadata: { name: `${namespace}-${name}-fast` },
        provisioner: 'kubernetes.io/host-path',
      },
      claim(name, { storageClassName: `${namespace}-${name}-${suffix}` }),
    ],
    fails: says('ProvisioningFailed', /not found/),
  }),
  mistake({
    name: 'spread',
    code: 'spread-selector',
    wrong: 'sprea',
    right: 'right-spread',
    manifests: (app, name) => [
      deployment(
        name,
        template(
          name,
          {},
          {
            topologySpreadConstraints: [
              {
                maxSkew: 1,
                topologyKey: 'kubernetes.io/hostname',
                whenUnsatisfiable: 'DoNotSchedule',
                labelSelector: { matchLabels: { app } },
              },
            ],
            // So that it shows whether the spread holds: without it, all go to one node.
            affinity: { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [FIRST_NODE] } },
          },
        ),
        { replicas: 4 },
      ),
    ],
    fails: both(isReady, isOnNodes(1)),
    works: both(isReady, isOnNodes(2)),
  }),
  mistake({
    name: 'misspelt-runtime',
    code: 'misspelt-reference',
    wrong: '-sadbox',
    right: '-sandbox',
    manifests: (suffix, name, namespace) => [
      {
        apiVersion: 'node.k8s.io/v1',
        kind: 'RuntimeClass',
        metadata: { name: `${namespace}-${name}-sandbox` },
        handler: 'runc',
      },
      deployment(name, template(name, {}, { runtimeClassName: `${namespace}-${name}${suffix}` })),
    ],
    fails: says('FailedCreate', /RuntimeClass .* not found/),
    works: isReady,
  }),
];

function daemonSet(name: string, hostPort: number): object {
  return { ...deployment(name, template(name, { ports: [{ containerPort: 80, hostPort }] })), kind: 'DaemonSet' };
}

function claim(name: string, spec: Partial<NonNullable<PersistentVolumeClaim['spec']>>): PersistentVolumeClaim {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Mi' } }, ...spec },
  };
}

function volume(name: string): object {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name },
    spec: {
      storageClassName: 'local',
      capacity: { storage: '1Mi' },
      accessModes: ['ReadWriteOnce'],
      hostPath: { path: '/tmp' },
    },
  };
}
