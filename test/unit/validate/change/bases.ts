const labels = { app: 'a' };
const container = { name: 'a', image: 'a:1' };
/** No node is such, so that nothing runs. */
const nowhere = { 'validate-change/none': 'such' };
const template = { metadata: { labels }, spec: { nodeSelector: nowhere, containers: [container] } };
const workload = { apiVersion: 'apps/v1', spec: { selector: { matchLabels: labels }, template } };

const jobContainer = { ...container, env: [{ name: 'A', value: '1' }], resources: { limits: { cpu: '1' } } };
const jobTemplate = {
  metadata: { labels },
  spec: { restartPolicy: 'Never', nodeSelector: nowhere, containers: [jobContainer] },
};
const job = { apiVersion: 'batch/v1', kind: 'Job' };

const pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  spec: { nodeSelector: nowhere, containers: [{ ...container, resources: { limits: { cpu: '1' } } }] },
};

const service = { apiVersion: 'v1', kind: 'Service' };
const claim = { apiVersion: 'v1', kind: 'PersistentVolumeClaim' };
const claimSpec = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };

const schema = { openAPIV3Schema: { type: 'object', properties: { spec: { type: 'object' } } } };
const subject = { kind: 'ServiceAccount', name: 'default', namespace: 'validate-change' };
const roleRef = { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' };

const once = (rule: string): object => ({ 'x-kubernetes-validations': [{ rule, message: 'stays as it is' }] });
const thingSpec = {
  type: 'object',
  properties: {
    mode: { type: 'string', default: 'a', ...once('self == oldSelf') },
    sizes: { type: 'object', maxProperties: 9, additionalProperties: { type: 'integer', ...once('self >= oldSelf') } },
    parts: {
      type: 'array',
      maxItems: 9,
      items: {
        type: 'object',
        required: ['name'],
        properties: { name: { type: 'string' }, mode: { type: 'string', maxLength: 9, ...once('self == oldSelf') } },
      },
      'x-kubernetes-list-type': 'map',
      'x-kubernetes-list-map-keys': ['name'],
    },
    template: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true, ...once('self == oldSelf') },
    part: {
      ...{ type: 'object', properties: { status: { type: 'string' } } },
      ...once('self.status == oldSelf.status'),
    },
  },
};
const thingSchema = { openAPIV3Schema: { type: 'object', properties: { spec: thingSpec } } };

/** The definition of the Thing below. */
export const THINGS = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'things.validate-change.example.com' },
  spec: {
    group: 'validate-change.example.com',
    scope: 'Namespaced',
    names: { kind: 'Thing', plural: 'things' },
    versions: [
      { name: 'v1', served: true, storage: true, schema: thingSchema },
      { name: 'v1beta1', served: true, storage: false, schema: thingSchema },
    ],
  },
};

/** An object of each kind that the changes are about, without its metadata. Nothing of them runs in a cluster. */
export const BASES = {
  Deployment: { ...workload, kind: 'Deployment', spec: { ...workload.spec, replicas: 0 } },
  DaemonSet: { ...workload, kind: 'DaemonSet' },
  ReplicaSet: { ...workload, kind: 'ReplicaSet', spec: { ...workload.spec, replicas: 0 } },
  StatefulSet: {
    ...workload,
    kind: 'StatefulSet',
    spec: {
      ...workload.spec,
      replicas: 0,
      serviceName: 'a',
      volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: claimSpec }],
    },
  },
  Job: { ...job, spec: { parallelism: 0, completions: 1, template: jobTemplate } },
  SuspendedJob: { ...job, spec: { suspend: true, template: jobTemplate } },
  IndexedJob: {
    ...job,
    spec: { completionMode: 'Indexed', completions: 2, parallelism: 2, suspend: true, template: jobTemplate },
  },
  CronJob: {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    spec: { schedule: '@daily', suspend: true, jobTemplate: { spec: { template: jobTemplate } } },
  },
  Pod: pod,
  GatedPod: { ...pod, spec: { ...pod.spec, schedulingGates: [{ name: 'example.com/gate' }] } },

  Service: { ...service, spec: { selector: labels, ports: [{ port: 80 }] } },
  HeadlessService: { ...service, spec: { clusterIP: 'None', selector: labels, ports: [{ port: 80 }] } },
  ExternalName: { ...service, spec: { type: 'ExternalName', externalName: 'example.com' } },
  LoadBalancer: {
    ...service,
    spec: { type: 'LoadBalancer', loadBalancerClass: 'example.com/a', selector: labels, ports: [{ port: 80 }] },
  },
  Claim: { ...claim, spec: { ...claimSpec, storageClassName: 'validate-change-none' } },
  BoundClaim: { ...claim, spec: { ...claimSpec, storageClassName: 'validate-change-grows' } },
  Volume: {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    spec: { accessModes: ['ReadWriteOnce'], capacity: { storage: '1Gi' }, hostPath: { path: '/tmp/validate-change' } },
  },
  CsiVolume: {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    spec: {
      accessModes: ['ReadWriteOnce'],
      capacity: { storage: '1Gi' },
      csi: { driver: 'example.com', volumeHandle: 'a' },
    },
  },
  ConfigMap: { apiVersion: 'v1', kind: 'ConfigMap', data: { a: '1' } },
  Secret: { apiVersion: 'v1', kind: 'Secret', stringData: { a: '1' } },

  RoleBinding: { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'RoleBinding', roleRef, subjects: [subject] },
  ClusterRoleBinding: {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRoleBinding',
    roleRef,
    subjects: [subject],
  },
  StorageClass: {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    provisioner: 'example.com/none',
    parameters: { type: 'disk' },
  },
  PriorityClass: { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', value: 5 },
  IngressClass: {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'IngressClass',
    spec: { controller: 'example.com/none' },
  },
  RuntimeClass: { apiVersion: 'node.k8s.io/v1', kind: 'RuntimeClass', handler: 'none' },
  CSIDriver: { apiVersion: 'storage.k8s.io/v1', kind: 'CSIDriver', spec: { podInfoOnMount: false } },
  EndpointSlice: {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    addressType: 'IPv4',
    endpoints: [{ addresses: ['10.1.2.3'] }],
  },
  ResourceQuota: { apiVersion: 'v1', kind: 'ResourceQuota', spec: { hard: { pods: '99' }, scopes: ['Terminating'] } },
  ResourceClaim: {
    apiVersion: 'resource.k8s.io/v1',
    kind: 'ResourceClaim',
    spec: { devices: { requests: [{ name: 'gpu', exactly: { deviceClassName: 'example.com' } }] } },
  },
  ResourceClaimTemplate: {
    apiVersion: 'resource.k8s.io/v1',
    kind: 'ResourceClaimTemplate',
    spec: { spec: { devices: { requests: [{ name: 'gpu', exactly: { deviceClassName: 'example.com' } }] } } },
  },
  ResourceSlice: {
    apiVersion: 'resource.k8s.io/v1',
    kind: 'ResourceSlice',
    spec: {
      driver: 'example.com',
      nodeName: 'a',
      pool: { name: 'a', generation: 1, resourceSliceCount: 1 },
      devices: [{ name: 'gpu' }],
    },
  },
  Node: { apiVersion: 'v1', kind: 'Node', spec: { providerID: 'example://1' } },
  PodDisruptionBudget: {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    spec: { maxUnavailable: 1, selector: { matchLabels: labels } },
  },
  Thing: { apiVersion: 'validate-change.example.com/v1', kind: 'Thing', spec: { sizes: { a: 1 } } },
  Definition: {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    spec: {
      scope: 'Namespaced',
      names: { kind: 'Thing', plural: 'things' },
      versions: [{ name: 'v1', served: true, storage: true, schema }],
    },
  },
} as const;
