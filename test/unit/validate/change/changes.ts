import { CLUSTER_SCOPED } from '../../../../imports/kubernetes/cluster-scoped';
import { BASES } from './bases';
import { edited } from './edited';
import type { Row } from './row';
import { WORKLOAD_ROWS } from './workload-rows';

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

const volumeNodes = (value: string): unknown => ({
  required: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'zone', operator: 'In', values: [value] }] }] },
});
const onArch = (key: string, value: string): unknown => ({
  required: { nodeSelectorTerms: [{ matchExpressions: [{ key, operator: 'In', values: [value] }] }] },
});
const OLD_ARCH = { 'spec.nodeAffinity': onArch('beta.kubernetes.io/arch', 'amd64') };
const NEW_ARCH = { 'spec.nodeAffinity': onArch('kubernetes.io/arch', 'amd64') };
const OTHER_CLAIM = { kind: 'PersistentVolumeClaim', name: 'other' };
const RANGE = { 'spec.podCIDRs': ['10.8.0.0/24'] };
const request = 'spec.devices.requests.0.exactly';
const OLD_CLASS = 'volume.beta.kubernetes.io/storage-class';

const ROWS: readonly Row[] = [
  ...WORKLOAD_ROWS,

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
  ['HeadlessService', { 'spec.ipFamilies': ['IPv4'] }, 'service-address-change', { 'spec.selector': undefined }],
  [
    'HeadlessService',
    { 'spec.ipFamilies': ['IPv4'], 'spec.ipFamilyPolicy': 'SingleStack' },
    undefined,
    { 'spec.selector': undefined },
  ],
  [
    'HeadlessService',
    { 'spec.ipFamilies': ['IPv6'] },
    'service-address-change',
    { 'spec.selector': undefined, 'spec.ipFamilies': ['IPv4', 'IPv6'], 'spec.ipFamilyPolicy': 'PreferDualStack' },
  ],
  ['HeadlessService', { 'spec.ipFamilies': ['IPv4'] }],
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
  ['CsiVolume', { 'spec.csi.nodeStageSecretRef': {} }, 'volume-change'],
  ['CsiVolume', { 'spec.csi.volumeHandle': 'b' }, 'volume-change'],
  ['CsiVolume', { 'spec.nodeAffinity': volumeNodes('b') }, 'volume-change', { 'spec.nodeAffinity': volumeNodes('a') }],
  ['Volume', { 'spec.volumeMode': 'Block' }, 'volume-change'],
  ['Volume', { 'spec.hostPath': undefined, 'spec.nfs': { server: 'a', path: '/' } }, 'volume-change'],
  ['Volume', { 'spec.nodeAffinity': { required: { nodeSelectorTerms: [{ matchFields: [] }] } } }],
  ['Volume', NEW_ARCH, undefined, OLD_ARCH],
  ['Volume', OLD_ARCH, 'volume-change', NEW_ARCH],
  ['Volume', { 'spec.nodeAffinity': onArch('kubernetes.io/arch', 'arm64') }, 'volume-change', OLD_ARCH],
  ['Volume', { 'spec.nodeAffinity': undefined }, 'volume-change', OLD_ARCH],
  [
    'Claim',
    { 'metadata.annotations': {} },
    'claim-change',
    { 'metadata.annotations': { [OLD_CLASS]: 'slow' }, 'spec.storageClassName': 'slow' },
  ],
  ['Claim', { 'spec.dataSource': { apiGroup: 'example.com', kind: 'Thing', name: 'a' } }],
  ['Claim', { 'spec.dataSource': { kind: 'VolumeSnapshot', name: 'a' } }],
  ['Claim', { 'spec.dataSource': undefined }, undefined, { 'spec.dataSource': OTHER_CLAIM }],
  [
    'Claim',
    { 'spec.dataSource': undefined, 'spec.dataSourceRef': undefined },
    'claim-change',
    { 'spec.dataSource': OTHER_CLAIM, 'spec.dataSourceRef': OTHER_CLAIM },
  ],

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
  ['ResourceClaim', { [`${request}.tolerations`]: [{ key: 'a', operator: 'Exists' }] }],
  ['ResourceClaim', { [`${request}.capacity.requests`]: { memory: '1Gi' } }],
  ['ResourceClaimTemplate', { [`spec.${request}.count`]: 2 }, 'fixed-field'],
  ['ResourceSlice', { 'spec.pool.generation': 2, 'spec.devices': [] }],
  ['ResourceSlice', { 'spec.driver': 'other.example.com' }, 'fixed-field'],
  ['ResourceSlice', { 'spec.nodeName': 'b' }, 'fixed-field'],
  ['ResourceSlice', { 'spec.pool.name': 'b' }, 'fixed-field'],
  ['Node', { 'spec.unschedulable': true, 'spec.podCIDRs': ['10.8.0.0/24'], 'spec.podCIDR': '10.8.0.0/24' }],
  ['Node', { 'spec.providerID': 'example://2' }, 'node-change'],
  ['Node', { 'spec.providerID': undefined }, 'node-change'],
  ['Node', { 'spec.externalID': 'a' }, 'node-change'],
  ['Node', { 'spec.podCIDRs': undefined }, undefined, RANGE],
  ['Node', { 'spec.podCIDRs': undefined, 'spec.podCIDR': '10.8.0.0/24' }, undefined, RANGE],
  ['Node', { 'spec.podCIDRs': undefined, 'spec.podCIDR': '10.8.1.0/24' }, 'node-change', RANGE],
  ['Node', { 'spec.podCIDRs': ['10.8.0.0/24', 'fd00::/64'] }, 'node-change', RANGE],
  ['Node', { 'spec.podCIDR': undefined }, undefined, { 'spec.podCIDR': '10.8.0.0/24' }],
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
