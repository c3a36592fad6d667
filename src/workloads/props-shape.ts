import {
  amount,
  anything,
  fields,
  flag,
  list,
  map,
  only,
  or,
  text,
  word,
  type Shape,
  type Table,
} from '../props/shape';
import { POD } from '../pod/pod-shape';
import type { NetworkAccess } from './network-policy';
import type { DisruptionBudget } from './pod-disruption-budget';
import type { ServiceProps } from './service';
import type { WorkloadOverrides } from './workload';
import type { Permissions, ServiceAccountProps, WorkloadProps } from './workload-props';

/** Labels or annotations. */
export const texts = map(text, '{ team: "checkout" }');
/** An object in Kubernetes' own words. */
export const object = fields({});
const isNo = (value: unknown): boolean => value === false;

const rule = fields({
  verbs: list(text, '["get"]'),
  apiGroups: list(text, '[""]'),
  resources: list(text, '["configmaps"]'),
  nonResourceURLs: list(text, '["/metrics"]'),
});
const rules = list(rule, '[{ apiGroups: [""], resources: ["configmaps"], verbs: ["get"] }]');

/** In an override `null` takes a field away. */
const orNull = (shape: Shape): Shape => or(shape, (value) => value === null);
const metadata = orNull(
  fields({
    labels: orNull(object),
    annotations: orNull(object),
    finalizers: orNull(list(text)),
    ownerReferences: orNull(list(object)),
  }),
);
const containers = orNull(list(fields({ name: text, image: orNull(text) }), '[{ name: "api", stdinOnce: true }]'));
const podTemplate = orNull(fields({ metadata, spec: orNull(fields({ containers, initContainers: containers })) }));
const jobTemplate = orNull(fields({ metadata, spec: orNull(fields({ template: podTemplate })) }));
/** An override of whatever object. */
export const override = fields(
  { metadata, spec: orNull(fields({ template: podTemplate, jobTemplate })) },
  '{ metadata: { annotations: { ... } } }',
);
/** The overrides of the objects that every workload has. */
export const OVERRIDES = {
  configMap: override,
  serviceAccount: override,
  role: override,
  roleBinding: override,
  clusterRole: override,
  clusterRoleBinding: override,
} satisfies Table<WorkloadOverrides>;

/** The props of every workload. */
export const WORKLOAD = {
  ...POD,
  name: text,
  containerName: text,
  labels: texts,
  annotations: texts,
  podLabels: texts,
  podAnnotations: texts,
  serviceAccount: {
    // What has a name is an object that exists, with fields of its own.
    ...or(
      only<ServiceAccountProps>({ name: text, annotations: texts }, undefined),
      (value) => typeof (value as { readonly name?: unknown } | null)?.name === 'string' || typeof value === 'string',
    ),
    what: 'a name, or an object such as { annotations: { ... } }',
  },
  permissions: only<Permissions>(
    { namespace: rules, cluster: rules },
    '{ namespace: [{ apiGroups: [""], resources: ["configmaps"], verbs: ["get"] }] }',
  ),
  automountServiceAccountToken: flag,
} satisfies Table<WorkloadProps>;

const peers = list(object, '[{ podSelector: {} }]');
const sources = word(['anywhere', 'namespace'], peers);
/** Who may connect, or false. */
export const networkPolicy = or(
  only<NetworkAccess>(
    { from: sources, to: word(['anywhere'], peers), ports: map(sources, '{ metrics: "anywhere" }') },
    '{ from: "anywhere" }',
  ),
  isNo,
);
/** The props of what has a Service and is rolled out. */
export const SERVED = {
  networkPolicy,
  service: or(
    only<ServiceProps>(
      {
        type: text,
        name: text,
        port: amount,
        nodePort: amount,
        annotations: texts,
        clusterIP: text,
        sessionAffinity: text,
        sessionAffinityConfig: object,
        internalTrafficPolicy: text,
        externalTrafficPolicy: text,
        trafficDistribution: text,
        ipFamilyPolicy: text,
        ipFamilies: list(text, '["IPv6"]'),
        publishNotReadyAddresses: flag,
        loadBalancerClass: text,
        loadBalancerSourceRanges: list(text, '["10.0.0.0/8"]'),
        allocateLoadBalancerNodePorts: flag,
      },
      '{ type: "LoadBalancer" }',
    ),
    isNo,
  ),
  minReadySeconds: amount,
  revisionHistoryLimit: amount,
};
/** The props of what has any number of pods. */
export const REPLICATED = {
  port: amount,
  podDisruptionBudget: or(
    only<DisruptionBudget>(
      { maxUnavailable: anything, minAvailable: anything, unhealthyPodEvictionPolicy: text },
      '{ maxUnavailable: 1 }',
    ),
    isNo,
  ),
  spread: word(['required'], flag),
  replicas: amount,
};
