/** Kubernetes' own types, as its API server describes them: `k8s.Toleration`, `k8s.PolicyRule`, `k8s.PodSpec`. */
export type * as k8s from '../imports/kubernetes/types';
export { App, type AppProps } from './synth/app';
export { ConstructValidationError } from './synth/construct-validation';
export { DependencyCycleError } from './synth/dependency-cycle';
export { DependencyOutsideChartError } from './synth/dependency-graph';
export { InvalidManifestError, type Manifest } from './synth/to-manifest';
export { type AppValidation, InvalidManifestsError } from './synth/validation';
export { BatchJob } from './workloads/batch-job/batch-job';
export type {
  BatchJobOverrides,
  BatchJobProps,
  Completion,
  IndexedCompletion,
  JobProps,
  Restart,
} from './workloads/batch-job/props';
export { KubernetesObject } from './workloads/kubernetes-object/kubernetes-object';
export { NodeAgent } from './workloads/node-agent/node-agent';
export type {
  AgentUpdateStrategy,
  Host,
  HostPath,
  NodeAgentOverrides,
  NodeAgentProps,
} from './workloads/node-agent/props';
export { ScheduledJob } from './workloads/scheduled-job/scheduled-job';
export type { ScheduledJobOverrides, ScheduledJobProps, ScheduledWork } from './workloads/scheduled-job/props';
export { OrdinalOutOfRangeError, StatefulDatabase } from './workloads/stateful-database/stateful-database';
export type {
  Backup,
  BackupVolume,
  StatefulDatabaseOverrides,
  StatefulDatabaseProps,
  Storage,
  StorageRetention,
} from './workloads/stateful-database/props';
export { WebService } from './workloads/web-service/web-service';
export type {
  IngressPaths,
  IngressProps,
  Replicas,
  RolloutStrategy,
  Scale,
  WebServiceOverrides,
  WebServiceProps,
} from './workloads/web-service/props';
export { DuplicateObjectError } from './emit/object-keys';
export type { NetworkAccess, Peer, Sources } from './workloads/network-policy';
export type { ServiceProps } from './workloads/service';
export type { DisruptionBudget } from './workloads/pod-disruption-budget';
export { Workload, type WorkloadOverrides } from './workloads/workload';
export type { Permissions, ServiceAccountProps, WorkloadProps } from './workloads/workload-props';
export type { CronSchedule } from './manifest/cron';
export type { DeepPartial, KubernetesManifest } from './manifest/kubernetes';
export type { IntOrPercent } from './manifest/percent';
export { InvalidPropsError, type Problem } from './props/problem';
export { InvalidQuantityError, quantity, type Quantity } from './manifest/quantity';
export type { NameOf } from './manifest/reference';
export type { Capabilities, Capability } from './pod/capabilities';
export type { ConfigFiles } from './pod/config-files';
export type { ContainerProps, ExtraContainerProps, InitContainerProps } from './pod/container';
export type { Env, EnvFrom, EnvValue, FieldPath, KeyReference, ResourceField } from './pod/environment';
export type { Mount, MountOptions, Mounts, Volumes, VolumeSource } from './pod/mounts';
export type { PodProps } from './pod/pod-template';
export type { PortProps, Ports } from './pod/ports';
export type { Lifecycle, LifecycleHandler, ProbeHandler, Probes, ProbeTiming } from './pod/probes';
export type { ResourceList, Resources } from './pod/resources';
export type { Scheduling, Spread } from './pod/scheduling';
export type { ContainerSecurity, PodSecurity, Privilege } from './pod/security';
export {
  ManifestValidation,
  type ManifestValidationContext,
  type ManifestValidationProps,
  type ManifestViolation,
} from './plugin/manifest-validation';
