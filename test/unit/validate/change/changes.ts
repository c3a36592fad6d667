import { CLUSTER_SCOPED } from '../../../../imports/kubernetes/cluster-scoped';
import { BASES } from './bases';
import { edited, type Edits } from './edited';

/** One object, in two versions. */
export interface ChangeCase {
  readonly what: string;
  /** The code of the error; undefined for what the server accepts. */
  readonly code: string | undefined;
  readonly before: Manifest;
  readonly after: Manifest;
}

export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
}

/** A row: the base, what is changed of it, and the code of the error, if the server refuses it. Edits before hold after, too. */
type Row = readonly [base: keyof typeof BASES, after: Edits, code?: string | undefined, before?: Edits];

const container = 'spec.template.spec.containers.0';
const claims = 'spec.volumeClaimTemplates';
const affinity = (value: string): unknown => ({
  nodeAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: {
      nodeSelectorTerms: [{ matchExpressions: [{ key: 'disk', operator: 'In', values: [value] }] }],
    },
  },
});

const volumeNodes = (value: string): unknown => ({
  required: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'zone', operator: 'In', values: [value] }] }] },
});
const NOT_READY = { key: 'node.kubernetes.io/not-ready', operator: 'Exists', effect: 'NoExecute' };
const request = 'spec.devices.requests.0.exactly';
const PROFILE = 'container.apparmor.security.beta.kubernetes.io/a';
const OLD_CLASS = 'volume.beta.kubernetes.io/storage-class';
const rolling = { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } };

const ROWS: readonly Row[] = [
  ['Deployment', { [`${container}.image`]: 'a:2', 'spec.replicas': 0, 'spec.minReadySeconds': 5 }],
  ['Deployment', { 'spec.strategy': { type: 'Recreate' } }, undefined, { 'spec.strategy': rolling }],
  [
    'Deployment',
    { 'spec.selector.matchLabels.tier': 'web', 'spec.template.metadata.labels.tier': 'web' },
    'selector-change',
  ],
  ['DaemonSet', { [`${container}.image`]: 'a:2' }],
  [
    'DaemonSet',
    { 'spec.selector.matchLabels.tier': 'web', 'spec.template.metadata.labels.tier': 'web' },
    'selector-change',
  ],
  ['ReplicaSet', { 'spec.template.metadata.labels.tier': 'web' }],
  [
    'ReplicaSet',
    { 'spec.selector.matchLabels.tier': 'web', 'spec.template.metadata.labels.tier': 'web' },
    'selector-change',
  ],

  ['StatefulSet', { [`${container}.image`]: 'a:2', 'spec.minReadySeconds': 5, 'spec.revisionHistoryLimit': 3 }],
  [
    'StatefulSet',
    { 'spec.updateStrategy': { type: 'OnDelete' } },
    undefined,
    { 'spec.updateStrategy': { type: 'OnDelete' } },
  ],
  ['StatefulSet', { 'spec.updateStrategy': { rollingUpdate: { partition: 1 } }, 'spec.ordinals': { start: 1 } }],
  ['StatefulSet', { 'spec.persistentVolumeClaimRetentionPolicy': { whenDeleted: 'Delete', whenScaled: 'Retain' } }],
  ['StatefulSet', { 'spec.podManagementPolicy': 'OrderedReady', [`${claims}.0.spec.volumeMode`]: 'Filesystem' }],
  ['StatefulSet', { [`${claims}.0.spec.resources.requests.storage`]: '1024Mi' }],
  ['StatefulSet', { [`${claims}.0.apiVersion`]: 'v1', [`${claims}.0.kind`]: 'PersistentVolumeClaim' }],
  ['StatefulSet', { 'spec.podManagementPolicy': 'Parallel' }, 'stateful-set-change'],
  ['StatefulSet', { 'spec.serviceName': 'other' }, 'stateful-set-change'],
  ['StatefulSet', { [`${claims}.0.spec.resources.requests.storage`]: '2Gi' }, 'stateful-set-change'],
  ['StatefulSet', { [`${claims}.0.spec.storageClassName`]: 'fast' }, 'stateful-set-change'],
  ['StatefulSet', { [`${claims}.0.metadata.labels`]: { app: 'a' } }, 'stateful-set-change'],
  ['StatefulSet', { [`${claims}.0.spec.storageClassName`]: '' }, 'stateful-set-change'],
  ['StatefulSet', { [`${claims}.0.spec.selector`]: {} }, 'stateful-set-change'],
  ['StatefulSet', { [claims]: undefined }, 'stateful-set-change'],
  [
    'StatefulSet',
    { 'spec.selector.matchLabels.tier': 'db', 'spec.template.metadata.labels.tier': 'db' },
    'stateful-set-change',
  ],

  ['Job', { 'spec.parallelism': 0, 'spec.suspend': true, 'spec.backoffLimit': 2, 'spec.ttlSecondsAfterFinished': 9 }],
  ['Job', { 'spec.completions': 1, 'spec.completionMode': 'NonIndexed' }],
  [
    'Job',
    { [`${container}.terminationMessagePath`]: '/dev/termination-log', 'spec.template.spec.dnsPolicy': 'ClusterFirst' },
  ],
  [
    'Job',
    { [`${container}.imagePullPolicy`]: 'IfNotPresent', [`${container}.tty`]: false, [`${container}.ports`]: [] },
  ],
  ['Job', { 'spec.template.spec.securityContext': {}, 'spec.template.spec.terminationGracePeriodSeconds': 30 }],
  ['Job', { [`${container}.image`]: 'a:2' }, 'job-change'],
  ['Job', { [`${container}.env.0.value`]: '2' }, 'job-change'],
  ['Job', { [`${container}.resources.limits.cpu`]: '2' }, 'job-change'],
  ['Job', { [`${container}.resources.limits.cpu`]: '1000m' }],
  ['Job', { 'spec.template.metadata.labels.tier': 'web' }, 'job-change'],
  ['Job', { 'spec.template.spec.nodeSelector.disk': 'ssd' }, 'job-change'],
  ['Job', { 'spec.template.spec.enableServiceLinks': false }, 'job-change'],
  ['Job', { [`${container}.securityContext.runAsNonRoot`]: false }, 'job-change'],
  ['Job', { 'spec.template.spec.enableServiceLinks': true }, 'job-change'],
  ['Job', { 'spec.template.spec.serviceAccountName': 'default' }, 'job-change'],
  ['Job', { [`${container}.securityContext.procMount`]: 'Default' }, 'job-change'],
  [
    'Job',
    { 'spec.template.spec.serviceAccountName': undefined, 'spec.template.spec.serviceAccount': 'a' },
    undefined,
    { 'spec.template.spec.serviceAccountName': 'a' },
  ],
  [
    'Job',
    { 'spec.template.spec.volumes.0.image.pullPolicy': 'IfNotPresent' },
    undefined,
    { 'spec.template.spec.volumes': [{ name: 'a', image: { reference: 'a:1' } }] },
  ],
  ['Job', { [`${container}.securityContext`]: {} }, 'job-change'],
  [
    'Job',
    { [`${container}.securityContext`]: { capabilities: {} } },
    'job-change',
    { [`${container}.securityContext`]: {} },
  ],
  ['Job', { [`${container}.lifecycle`]: {} }, 'job-change'],
  ['Job', { 'spec.template.spec.affinity': {} }, 'job-change'],
  ['Job', { 'spec.template.spec.dnsConfig': {} }, 'job-change'],
  ['Job', { 'spec.template.spec.securityContext': { windowsOptions: {} } }, 'job-change'],
  ['SuspendedJob', { 'spec.template.spec.affinity': {} }],
  [
    'Job',
    { 'spec.parallelism': undefined },
    'job-completions-change',
    { 'spec.completions': undefined, 'spec.parallelism': 2 },
  ],
  ['Job', { 'spec.completions': 5 }, 'job-completions-change'],
  [
    'Job',
    { 'spec.podFailurePolicy': { rules: [{ action: 'Ignore', onPodConditions: [{ type: 'A' }] }] } },
    'job-change',
  ],
  ['Job', { 'spec.managedBy': 'example.com/other' }, 'job-change'],
  ['SuspendedJob', { 'spec.template.spec.nodeSelector': { disk: 'ssd' }, 'spec.template.metadata.labels': { a: 'b' } }],
  ['SuspendedJob', { 'spec.template.spec.tolerations': [{ key: 'a', operator: 'Exists' }], 'spec.suspend': false }],
  ['SuspendedJob', { 'spec.template.spec.affinity': affinity('ssd') }],
  [
    'SuspendedJob',
    { 'spec.template.spec.affinity': undefined },
    undefined,
    { 'spec.template.spec.affinity': affinity('a') },
  ],
  ['SuspendedJob', { [`${container}.image`]: 'a:2' }, 'job-change'],
  ['SuspendedJob', { [`${container}.resources`]: { limits: { cpu: '2' } } }, 'job-change'],
  ['IndexedJob', { 'spec.completions': 3, 'spec.parallelism': 3 }],
  ['IndexedJob', { 'spec.completions': 3 }, 'job-completions-change'],
  ['IndexedJob', { 'spec.backoffLimitPerIndex': 2 }, 'job-change', { 'spec.backoffLimitPerIndex': 1 }],
  ['IndexedJob', { 'spec.successPolicy': { rules: [{ succeededCount: 1 }] } }, 'job-change'],
  ['CronJob', { 'spec.schedule': '@hourly', 'spec.jobTemplate.spec.template.spec.containers.0.image': 'a:2' }],

  ['Pod', { 'spec.containers.0.image': 'a:2', 'spec.activeDeadlineSeconds': 60 }],
  ['Pod', { 'spec.containers.0.image': 'a' }],
  ['Pod', { 'spec.tolerations': [{ key: 'a', operator: 'Exists' }] }],
  ['Pod', { 'spec.containers.0.resources.requests': { cpu: '1' }, 'spec.enableServiceLinks': true }],
  [
    'Pod',
    { 'spec.containers.0.ports': [{ containerPort: 8080, hostPort: 8080 }] },
    undefined,
    { 'spec.hostNetwork': true, 'spec.containers.0.ports': [{ containerPort: 8080 }] },
  ],
  ['Pod', { 'spec.activeDeadlineSeconds': 30 }, undefined, { 'spec.activeDeadlineSeconds': 60 }],
  ['Pod', { 'spec.activeDeadlineSeconds': 90 }, 'pod-change', { 'spec.activeDeadlineSeconds': 60 }],
  ['Pod', { 'spec.activeDeadlineSeconds': undefined }, 'pod-change', { 'spec.activeDeadlineSeconds': 60 }],
  ['Pod', { 'spec.containers.0.env': [{ name: 'A', value: '1' }] }, 'pod-change'],
  ['Pod', { 'spec.containers.1': { name: 'b', image: 'b:1' } }, 'pod-change'],
  ['Pod', { 'spec.containers.0.resources.limits.cpu': '2' }, 'pod-change'],
  ['Pod', { 'spec.nodeSelector.disk': 'ssd' }, 'pod-change'],
  ['Pod', { 'spec.terminationGracePeriodSeconds': 5 }, 'pod-change'],
  ['Pod', { 'spec.tolerations': [] }, 'pod-change', { 'spec.tolerations': [{ key: 'a', operator: 'Exists' }] }],
  ['Pod', { 'spec.tolerations': [{ operator: 'Exists' }] }, 'pod-change'],
  ['Pod', { 'spec.tolerations': [] }, undefined, { 'spec.tolerations': [NOT_READY] }],
  ['Pod', { 'spec.tolerations.0.effect': '' }, undefined, { 'spec.tolerations': [{ key: 'a', operator: 'Exists' }] }],
  ['Pod', { 'spec.terminationGracePeriodSeconds': 1 }, undefined, { 'spec.terminationGracePeriodSeconds': -1 }],
  ['Pod', { 'spec.terminationGracePeriodSeconds': -1 }, undefined, { 'spec.terminationGracePeriodSeconds': 1 }],
  ['Pod', { 'spec.priority': 0, 'spec.preemptionPolicy': 'PreemptLowerPriority' }],
  [
    'Pod',
    { 'spec.priority': undefined, 'spec.preemptionPolicy': undefined },
    undefined,
    { 'spec.priority': 0, 'spec.preemptionPolicy': 'PreemptLowerPriority' },
  ],
  ['Pod', { 'spec.serviceAccountName': 'default' }],
  ['Pod', { 'metadata.annotations': { [PROFILE]: 'runtime/default' } }, 'pod-change'],
  ['Pod', { 'metadata.annotations': {} }, 'pod-change', { 'metadata.annotations': { [PROFILE]: 'runtime/default' } }],
  ['Pod', { 'spec.affinity': {} }, 'pod-change'],
  ['Pod', { 'spec.resources': {} }, 'pod-change'],
  ['Pod', { 'spec.securityContext': {} }],
  ['Pod', { 'spec.containers.0.securityContext.procMount': 'Default' }, 'pod-change'],
  ['Pod', { 'spec.schedulingGates': [{ name: 'a' }] }, 'pod-change'],
  ['GatedPod', { 'spec.nodeSelector.disk': 'ssd' }],
  ['GatedPod', { 'spec.schedulingGates': [] }],
  ['GatedPod', { 'spec.affinity': affinity('ssd') }],
  ['GatedPod', { 'spec.affinity': affinity('ssd') }, 'gated-pod-change', { 'spec.affinity': affinity('disk') }],
  ['GatedPod', { 'spec.affinity': undefined }, 'gated-pod-change', { 'spec.affinity': affinity('disk') }],
  ['GatedPod', { 'spec.nodeSelector': { disk: 'ssd' } }, 'gated-pod-change'],
  ['GatedPod', { 'spec.containers.0.args': ['a'] }, 'pod-change'],

  ['Service', { 'spec.ports.0.port': 81, 'spec.selector.app': 'b', 'spec.sessionAffinity': 'ClientIP' }],
  ['Service', { 'spec.type': 'NodePort' }],
  ['Service', { 'spec.type': 'ExternalName', 'spec.externalName': 'example.com' }],
  ['Service', { 'spec.clusterIP': 'None' }, 'service-address-change'],
  ['HeadlessService', { 'spec.clusterIP': undefined }],
  ['HeadlessService', { 'spec.clusterIP': '10.96.77.3' }, 'service-address-change'],
  ['HeadlessService', { 'spec.clusterIP': undefined, 'spec.type': 'NodePort' }, 'service-address-change'],
  ['HeadlessService', { 'spec.clusterIP': undefined, 'spec.type': 'LoadBalancer' }, 'service-address-change'],
  ['HeadlessService', { 'spec.clusterIP': undefined, 'spec.type': 'ClusterIP' }],
  ['HeadlessService', { 'spec.publishNotReadyAddresses': true }],
  ['ExternalName', { 'spec.type': 'ClusterIP', 'spec.externalName': undefined, 'spec.ports': [{ port: 80 }] }],
  ['LoadBalancer', { 'spec.loadBalancerClass': 'example.com/b' }, 'load-balancer-change'],
  ['LoadBalancer', { 'spec.loadBalancerClass': undefined }, 'load-balancer-change'],
  ['LoadBalancer', { 'spec.type': 'ClusterIP', 'spec.loadBalancerClass': undefined }],
  [
    'LoadBalancer',
    { 'spec.healthCheckNodePort': 30778 },
    'load-balancer-change',
    { 'spec.externalTrafficPolicy': 'Local', 'spec.healthCheckNodePort': 30777 },
  ],

  [
    'Claim',
    { 'spec.resources.requests.storage': '1024Mi', 'spec.volumeMode': 'Filesystem', 'metadata.labels': { a: 'b' } },
  ],
  ['Claim', { 'spec.resources.requests.storage': '500Mi' }, 'claim-change', { 'status.phase': 'Pending' }],
  ['Claim', { 'spec.resources.requests.storage': '2Gi' }, 'claim-change', { 'status.phase': 'Pending' }],
  ['Claim', { 'spec.resources.requests.storage': '500Mi' }, 'claim-change', { 'spec.storageClassName': '' }],
  ['Claim', { 'metadata.annotations': { [OLD_CLASS]: 'a' } }, 'claim-change'],
  [
    'Claim',
    { 'metadata.annotations': { [OLD_CLASS]: 'b' } },
    'claim-change',
    { 'metadata.annotations': { [OLD_CLASS]: 'a' }, 'spec.storageClassName': undefined },
  ],
  [
    'Claim',
    { 'metadata.annotations': undefined, 'spec.storageClassName': 'a' },
    undefined,
    { 'metadata.annotations': { [OLD_CLASS]: 'a' }, 'spec.storageClassName': undefined },
  ],
  ['Claim', { 'spec.accessModes': ['ReadWriteMany'] }, 'claim-change'],
  ['Claim', { 'spec.storageClassName': 'validate-change-other' }, 'claim-change'],
  ['Claim', { 'spec.volumeMode': 'Block' }, 'claim-change'],
  ['Claim', { 'spec.selector': {} }, 'claim-change'],
  ['Claim', { 'spec.selector': { matchLabels: { a: 'b' } } }, 'claim-change'],
  ['Claim', { 'spec.dataSource': { kind: 'PersistentVolumeClaim', name: 'other' } }, 'claim-change'],
  ['Claim', { 'spec.resources.requests.storage': '2Gi' }, 'claim-change', { 'spec.storageClassName': '' }],
  ['BoundClaim', { 'spec.resources.requests.storage': '2Gi' }],
  [
    'BoundClaim',
    { 'spec.resources.requests.storage': '500Mi' },
    'claim-change',
    { 'status.phase': 'Bound', 'status.capacity': { storage: '1Gi' } },
  ],
  [
    'Volume',
    { 'spec.capacity.storage': '2Gi', 'spec.persistentVolumeReclaimPolicy': 'Retain', 'spec.mountOptions': ['ro'] },
  ],
  ['Volume', { 'spec.hostPath.type': '', 'spec.volumeMode': 'Filesystem' }],
  ['Volume', { 'spec.hostPath.path': '/other' }, 'volume-change'],
  [
    'CsiVolume',
    { 'spec.volumeAttributesClassName': undefined },
    'volume-change',
    { 'spec.volumeAttributesClassName': 'gold' },
  ],
  ['CsiVolume', { 'spec.csi.controllerExpandSecretRef': { name: 'a', namespace: 'b' } }],
  ['CsiVolume', { 'spec.csi.volumeHandle': 'b' }, 'volume-change'],
  ['CsiVolume', { 'spec.nodeAffinity': volumeNodes('b') }, 'volume-change', { 'spec.nodeAffinity': volumeNodes('a') }],
  ['Volume', { 'spec.volumeMode': 'Block' }, 'volume-change'],
  ['Volume', { 'spec.hostPath': undefined, 'spec.nfs': { server: 'a', path: '/' } }, 'volume-change'],
  ['Volume', { 'spec.nodeAffinity': { required: { nodeSelectorTerms: [{ matchFields: [] }] } } }],

  ['ConfigMap', { 'data.a': '2', immutable: true }],
  ['ConfigMap', { 'data.a': '2' }, 'immutable-config-map', { immutable: true }],
  ['ConfigMap', { immutable: false }, 'immutable-config-map', { immutable: true }],
  ['ConfigMap', { 'metadata.labels': { a: 'b' } }, undefined, { immutable: true }],
  ['ConfigMap', { 'binaryData.b': 'Zm9v\nYmFy\n' }, undefined, { immutable: true, 'binaryData.b': 'Zm9vYmFy' }],
  ['Secret', { type: 'Opaque', 'stringData.a': '2' }],
  ['Secret', { type: 'example.com/other' }, 'secret-type-change'],
  ['Secret', { 'stringData.a': '2' }, 'immutable-secret', { immutable: true }],
  ['Secret', { 'data.b': 'Zm9v\nYmFy' }, undefined, { immutable: true, 'data.b': 'Zm9vYmFy' }],
  ['Secret', { stringData: undefined, 'data.a': 'MQ==' }, undefined, { immutable: true }],

  ['RoleBinding', { 'subjects.0.name': 'other' }],
  ['RoleBinding', { 'roleRef.name': 'edit' }, 'fixed-field'],
  ['ClusterRoleBinding', { 'roleRef.name': 'edit' }, 'fixed-field'],
  ['StorageClass', { reclaimPolicy: 'Delete', volumeBindingMode: 'Immediate', allowVolumeExpansion: true }],
  ['StorageClass', { reclaimPolicy: 'Retain' }, 'fixed-field'],
  ['StorageClass', { volumeBindingMode: 'WaitForFirstConsumer' }, 'fixed-field'],
  ['StorageClass', { provisioner: 'example.com/other' }, 'fixed-field'],
  ['StorageClass', { 'parameters.type': 'ssd' }, 'fixed-field'],
  ['PriorityClass', { description: 'other', globalDefault: false, preemptionPolicy: 'PreemptLowerPriority' }],
  ['PriorityClass', { value: 6 }, 'fixed-field'],
  ['PriorityClass', { preemptionPolicy: 'Never' }, 'fixed-field'],
  ['IngressClass', { 'spec.controller': 'example.com/other' }, 'fixed-field'],
  ['RuntimeClass', { handler: 'other' }, 'fixed-field'],
  ['RuntimeClass', { overhead: { podFixed: { cpu: '1' } } }],
  [
    'CSIDriver',
    { 'spec.attachRequired': true, 'spec.volumeLifecycleModes': ['Persistent'], 'spec.podInfoOnMount': true },
  ],
  ['CSIDriver', { 'spec.attachRequired': false }, 'fixed-field'],
  ['CSIDriver', { 'spec.volumeLifecycleModes': ['Ephemeral'] }, 'fixed-field'],
  ['EndpointSlice', { addressType: 'IPv6', 'endpoints.0.addresses': ['fd00::1'] }, 'fixed-field'],
  ['ResourceQuota', { 'spec.hard.pods': '2' }],
  ['ResourceQuota', { 'spec.scopes': ['NotTerminating'] }, 'quota-scopes-change'],
  [
    'ResourceClaim',
    { [`${request}.allocationMode`]: 'ExactCount', [`${request}.count`]: 1, [`${request}.adminAccess`]: undefined },
  ],
  ['ResourceClaim', { [`${request}.count`]: 2 }, 'fixed-field'],
  ['ResourceClaimTemplate', { [`spec.${request}.count`]: 2 }, 'fixed-field'],
  ['ResourceSlice', { 'spec.pool.generation': 2, 'spec.devices': [] }],
  ['ResourceSlice', { 'spec.driver': 'other.example.com' }, 'fixed-field'],
  ['ResourceSlice', { 'spec.nodeName': 'b' }, 'fixed-field'],
  ['ResourceSlice', { 'spec.pool.name': 'b' }, 'fixed-field'],
  ['Node', { 'spec.unschedulable': true, 'spec.podCIDRs': ['10.8.0.0/24'], 'spec.podCIDR': '10.8.0.0/24' }],
  ['Node', { 'spec.providerID': 'example://2' }, 'node-change'],
  [
    'Node',
    { 'spec.podCIDRs': ['10.8.1.0/24'], 'spec.podCIDR': '10.8.1.0/24' },
    'node-change',
    { 'spec.podCIDRs': ['10.8.0.0/24'], 'spec.podCIDR': '10.8.0.0/24' },
  ],
  ['PodDisruptionBudget', { 'spec.selector.matchLabels.app': 'b', 'spec.maxUnavailable': 2 }],

  ['Thing', { 'spec.mode': 'a', 'spec.sizes': { a: 2, b: 1 }, 'spec.parts': [{ name: 'a', mode: 'x' }] }],
  ['Thing', { 'spec.mode': 'b' }, 'custom-resource-change'],
  ['Thing', { 'spec.sizes.a': 0 }, 'custom-resource-change'],
  ['Thing', { 'spec.sizes': { b: 0 } }],
  [
    'Thing',
    {
      'spec.parts': [
        { name: 'b', mode: 'y' },
        { name: 'a', mode: 'y' },
      ],
    },
    'custom-resource-change',
    { 'spec.parts': [{ name: 'a', mode: 'x' }] },
  ],
  [
    'Thing',
    { 'spec.template.ports': [81] },
    'custom-resource-change',
    { 'spec.template': { ports: [80], image: 'a' } },
  ],
  [
    'Thing',
    { 'spec.template': { image: 'a', ports: [80] } },
    undefined,
    { 'spec.template': { ports: [80], image: 'a' } },
  ],
  ['Thing', { 'spec.part.status': 'off' }, 'custom-resource-change', { 'spec.part.status': 'on' }],
  [
    'Thing',
    { apiVersion: 'validate-change.example.com/v1', 'spec.sizes.a': 0 },
    'custom-resource-change',
    { apiVersion: 'validate-change.example.com/v1beta1' },
  ],
  [
    'Thing',
    { apiVersion: 'validate-change.example.com/v1', 'spec.sizes.a': 2 },
    undefined,
    { apiVersion: 'validate-change.example.com/v1beta1' },
  ],

  ['Definition', { 'spec.names.shortNames': ['tk'] }],
  ['Definition', { 'spec.versions.0.name': 'v2' }, 'definition-change'],
  ['Definition', { 'spec.scope': 'Cluster' }, 'definition-change'],
  ['Definition', { 'spec.names.kind': 'Other' }, 'definition-change'],
];

/** Every row, with objects whose names begin with a text, and say which row it is. */
export function changeCases(prefix: string, namespace: string): readonly ChangeCase[] {
  return ROWS.map(([base, after, code, before = {}], index) => {
    const named = manifestOf(base, prefix, index, namespace);
    const old = edited(named, before);
    return { what: `${base} ${JSON.stringify(after)}`, code, before: old, after: edited(old, after) };
  });
}

function manifestOf(base: keyof typeof BASES, prefix: string, index: number, namespace: string): Manifest {
  const manifest = BASES[base];
  const isOfCluster = CLUSTER_SCOPED.includes(`${manifest.apiVersion}/${manifest.kind}`);
  // The name of a definition says what it defines.
  const isDefinition = base === 'Definition';
  const name = isDefinition ? `things.${prefix}-${index}.example.com` : `${prefix}-${index}`;
  const named = { ...manifest, metadata: { name, ...(!isOfCluster && { namespace }) } };
  return isDefinition ? edited(named, { 'spec.group': `${prefix}-${index}.example.com` }) : named;
}
