import { CLUSTER_SCOPED } from '../../imports/kubernetes/cluster-scoped';
import type { Kinds } from '../../imports/kubernetes/types';

// The built-in kinds of Kubernetes and what they are made of, by the names that Kubernetes' Go types have.
// What is not here yet is in imports/kubernetes/types.ts: add its name.
export type {
  Affinity,
  ClusterRole,
  ClusterRoleBinding,
  ConfigMap,
  ConfigMapKeySelector,
  ConfigMapVolumeSource,
  Container,
  ContainerPort,
  ConversionServiceReference,
  CronJob,
  CronJobSpec,
  CSIVolumeSource,
  CustomResourceColumnDefinition,
  CustomResourceConversion,
  CustomResourceDefinition,
  CustomResourceDefinitionNames,
  CustomResourceDefinitionSpec,
  CustomResourceDefinitionVersion,
  CustomResourceSubresources,
  DaemonSet,
  DaemonSetSpec,
  DaemonSetUpdateStrategy,
  Deployment,
  DeploymentSpec,
  DeploymentStrategy,
  DownwardAPIVolumeSource,
  EmbeddedPersistentVolumeClaim,
  EmptyDirVolumeSource,
  EnvFromSource,
  EnvVar,
  EnvVarSource,
  EphemeralVolumeSource,
  ExecAction,
  GRPCAction,
  HorizontalPodAutoscaler,
  HorizontalPodAutoscalerBehavior,
  HorizontalPodAutoscalerSpec,
  HostAlias,
  HostPathVolumeSource,
  HTTPGetAction,
  HTTPIngressPath,
  ImageVolumeSource,
  Ingress,
  IngressRule,
  IngressSpec,
  IngressTLS,
  IntOrString,
  Job,
  JobSpec,
  JobTemplateSpec,
  JSONSchemaProps,
  KeyToPath,
  Kinds,
  LabelSelector,
  LabelSelectorRequirement,
  Lifecycle,
  LifecycleHandler,
  LocalObjectReference,
  MetricSpec,
  Namespace,
  NetworkPolicy,
  NetworkPolicyEgressRule,
  NetworkPolicyIngressRule,
  NetworkPolicyPeer,
  NetworkPolicyPort,
  NetworkPolicySpec,
  NFSVolumeSource,
  NodeAffinity,
  NodeSelectorTerm,
  ObjectFieldSelector,
  ObjectMeta,
  OwnerReference,
  PersistentVolumeClaim,
  PersistentVolumeClaimSpec,
  PersistentVolumeClaimVolumeSource,
  Pod,
  PodAffinity,
  PodAffinityTerm,
  PodAntiAffinity,
  PodDisruptionBudget,
  PodDisruptionBudgetSpec,
  PodDNSConfig,
  PodFailurePolicy,
  PodFailurePolicyRule,
  PodSecurityContext,
  PodSpec,
  PodTemplateSpec,
  PolicyRule,
  PriorityClass,
  Probe,
  ProjectedVolumeSource,
  ReplicaSet,
  ResourceFieldSelector,
  ResourceRequirements,
  Role,
  RoleBinding,
  RoleRef,
  SeccompProfile,
  Secret,
  SecretKeySelector,
  SecretVolumeSource,
  SecurityContext,
  SelectableField,
  Service,
  ServiceAccount,
  ServicePort,
  ServiceSpec,
  SleepAction,
  StatefulSet,
  StatefulSetOrdinals,
  StatefulSetPersistentVolumeClaimRetentionPolicy,
  StatefulSetSpec,
  StatefulSetUpdateStrategy,
  StorageClass,
  Subject,
  SuccessPolicy,
  SuccessPolicyRule,
  TCPSocketAction,
  Toleration,
  TopologySpreadConstraint,
  ValidationRule,
  Volume,
  VolumeDevice,
  VolumeMount,
  VolumeProjection,
  WebhookConversion,
} from '../../imports/kubernetes/types';

/** A built-in kind with its version, as one word: `'v1/Service'`, `'apps/v1/StatefulSet'`. */
export type ApiVersionAndKind = keyof Kinds;

/**
 * An object of any built-in kind. The literals `apiVersion` and `kind` decide which other fields it has.
 *
 * @example
 * const ssd: KubernetesManifest = { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', provisioner: 'ebs.csi.aws.com' };
 */
export type KubernetesManifest = Kinds[ApiVersionAndKind];

/**
 * A part of a manifest, for merging over the whole: every field may be left out, and `null` takes an optional one away. The items of a
 * list that is merged have their name, those of a list that is replaced have everything.
 */
export type DeepPartial<T extends object> = {
  readonly [Field in keyof T]?: PartOf<T[Field], Field> | (IsOptional<T, Field> extends true ? null : never);
};

type PartOf<T, Field> = T extends readonly (infer Item)[]
  ? readonly ItemPart<Item, Field>[]
  : T extends object
    ? DeepPartial<T>
    : T;

type ItemPart<Item, Field> = Item extends object
  ? Field extends keyof MergeKeys
    ? DeepPartial<Item> & { readonly [Key in MergeKeys[Field]]: string }
    : Field extends 'ports' | 'volumeClaimTemplates'
      ? DeepPartial<Item>
      : Item
  : Item;

/** The lists that are merged by a field of their items, which must be there; merge.ts does it. */
export interface MergeKeys {
  readonly containers: 'name';
  readonly initContainers: 'name';
  readonly ephemeralContainers: 'name';
  readonly volumes: 'name';
  readonly env: 'name';
  readonly imagePullSecrets: 'name';
  readonly resourceClaims: 'name';
  readonly volumeMounts: 'mountPath';
  readonly volumeDevices: 'devicePath';
  readonly hostAliases: 'ip';
  readonly topologySpreadConstraints: 'topologyKey';
  readonly subjects: 'name';
}

/** The keys of a map are optional too, though its type does not say so. */
type IsOptional<T, Field extends keyof T> = undefined extends T[Field] ? true : string extends Field ? true : false;

/**
 * Whether objects of a built-in kind have no namespace. Custom resources are not known here, and count as having one.
 *
 * @example isClusterScoped('storage.k8s.io/v1', 'StorageClass') // true
 */
export function isClusterScoped(apiVersion: string, kind: string): boolean {
  return clusterScoped.has(`${apiVersion}/${kind}`);
}

const clusterScoped: ReadonlySet<string> = new Set(CLUSTER_SCOPED);
