import type { AnyRule, Area } from '../rule';
import type * as admission from './admission/admission-rules';
import { APPS_RULES } from './apps/apps-rules';
import type * as autoscaling from './autoscaling/autoscaling-rules';
import type * as batch from './batch/batch-rules';
import type * as certificates from './certificates/certificates-rules';
import { COORDINATION_RULES } from './coordination/coordination-rules';
import type * as core from './core/core-rules';
import { CUSTOM_RESOURCES_RULES } from './custom-resources/custom-resources-rules';
import type * as devices from './devices/devices-rules';
import type * as flowControl from './flow-control/flow-control-rules';
import { FORMAT_RULES } from './format/format-rules';
import { META_RULES } from './meta/meta-rules';
import type * as namespaces from './namespaces/namespaces-rules';
import type * as networking from './networking/networking-rules';
import type * as outdated from './outdated/outdated-rules';
import type * as placement from './placement/placement-rules';
import { POD_RULES } from './pod/pod-rules';
import type * as policy from './policy/policy-rules';
import type * as rbac from './rbac/rbac-rules';
import { RUN_TIME_RULES } from './run-time/run-time-rules';
import { SCHEDULING_RULES } from './scheduling/scheduling-rules';
import type * as storage from './storage/storage-rules';
import type * as volumes from './volumes/volumes-rules';
import { REFERRERS } from './whole-app/referrers';
import { WHOLE_APP_RULES } from './whole-app/whole-app-rules';

/* eslint-disable @typescript-eslint/no-require-imports -- loaded by who needs it, by a name that the bundler leaves alone */

interface Chapter extends Area {
  /** What its rules are about. */
  readonly title: string;
}

/** Every rule. Each folder here is an area, and lists its own. */
export const AREAS: readonly Chapter[] = [
  { title: 'Names and metadata', rules: () => META_RULES },
  { title: 'Formats', rules: () => FORMAT_RULES },
  { title: 'Pods', rules: () => POD_RULES },
  {
    title: 'Volumes of pods',
    needs: [
      'ClusterTrustBundleProjection',
      'ConfigMapVolumeSource',
      'DownwardAPIVolumeFile',
      'DownwardAPIVolumeSource',
      'EmptyDirVolumeSource',
      'KeyToPath',
      'PersistentVolumeClaim',
      'PersistentVolumeClaimTemplate',
      'ProjectedVolumeSource',
      'ResourceClaimTemplateSpec',
      'SecretVolumeSource',
      'ServiceAccountTokenProjection',
      'Volume',
      'VolumeDevice',
      'VolumeMount',
      'VolumeProjection',
    ],
    rules: () => (require('#validate/rules/volumes/volumes-rules') as typeof volumes).VOLUMES_RULES,
  },
  {
    title: 'Nodes of pods',
    needs: [
      'NodeSelector',
      'NodeSelectorTerm',
      'PodAffinityTerm',
      'PodSpec.nodeSelector',
      'PreferredSchedulingTerm',
      'TopologySpreadConstraint',
      'WeightedPodAffinityTerm',
    ],
    rules: () => (require('#validate/rules/placement/placement-rules') as typeof placement).PLACEMENT_RULES,
  },
  { title: 'Deployments, StatefulSets and DaemonSets', rules: () => APPS_RULES },
  {
    title: 'Jobs and CronJobs',
    needs: [
      'CronJobSpec',
      'Job',
      'JobSpec',
      'PodFailurePolicy',
      'PodFailurePolicyOnExitCodesRequirement',
      'PodFailurePolicyRule',
    ],
    rules: () => (require('#validate/rules/batch/batch-rules') as typeof batch).BATCH_RULES,
  },
  {
    title: 'Services, configuration and the rest of the core',
    needs: [
      'APIServiceSpec',
      'Binding',
      'CSIPersistentVolumeSource',
      'ConfigMap',
      'EndpointAddress',
      'EndpointPort',
      'EndpointSubset',
      'Event',
      'EventsEvent',
      'EventsEventSeries',
      'LimitRangeItem',
      'Namespace',
      'NamespaceSpec',
      'Node',
      'NodeSpec',
      'PersistentVolume',
      'PersistentVolumeSpec',
      'ResourceQuotaSpec',
      'Secret',
      'Service',
      'ServicePort',
      'ServiceSpec',
      'Taint',
    ],
    rules: () => (require('#validate/rules/core/core-rules') as typeof core).CORE_RULES,
  },
  {
    title: 'Ingresses and network policies',
    needs: [
      'Endpoint',
      'EndpointHints',
      'EndpointSlice',
      'EndpointSlicePort',
      'ForNode',
      'ForZone',
      'HTTPIngressPath',
      'HTTPIngressRuleValue',
      'IPBlock',
      'Ingress',
      'IngressBackend',
      'IngressClassParametersReference',
      'IngressClassSpec',
      'IngressRule',
      'IngressSpec',
      'IngressTLS',
      'NetworkPolicy',
      'NetworkPolicyPeer',
      'NetworkPolicyPort',
      'NetworkPolicySpec',
      'ParentReference',
      'ServiceCIDRSpec',
    ],
    rules: () => (require('#validate/rules/networking/networking-rules') as typeof networking).NETWORKING_RULES,
  },
  {
    title: 'Autoscalers',
    needs: [
      'ContainerResourceMetricSource',
      'CrossVersionObjectReference',
      'CrossVersionObjectReferenceV1',
      'HPAScalingPolicy',
      'HPAScalingRules',
      'HorizontalPodAutoscaler',
      'HorizontalPodAutoscalerSpec',
      'HorizontalPodAutoscalerSpecV1',
      'HorizontalPodAutoscalerV1',
      'MetricIdentifier',
      'MetricSpec',
      'MetricTarget',
      'ResourceMetricSource',
    ],
    rules: () => (require('#validate/rules/autoscaling/autoscaling-rules') as typeof autoscaling).AUTOSCALING_RULES,
  },
  {
    title: 'Disruption budgets',
    needs: ['PodDisruptionBudget', 'PodDisruptionBudgetSpec'],
    rules: () => (require('#validate/rules/policy/policy-rules') as typeof policy).POLICY_RULES,
  },
  {
    title: 'Roles and bindings',
    needs: [
      'AggregationRule',
      'ClusterRole',
      'ClusterRoleBinding',
      'PolicyRule',
      'Role',
      'RoleBinding',
      'RoleRef',
      'Subject',
    ],
    rules: () => (require('#validate/rules/rbac/rbac-rules') as typeof rbac).RBAC_RULES,
  },
  {
    title: 'Storage',
    needs: [
      'CSIDriverSpec',
      'CSINodeDriver',
      'CSIPersistentVolumeSource',
      'CSIStorageCapacity',
      'PersistentVolumeClaim',
      'PersistentVolumeClaimSpec',
      'PersistentVolumeClaimVolumeSource',
      'StorageClass',
      'TokenRequest',
      'TopologySelectorLabelRequirement',
      'VolumeAttachmentSource',
      'VolumeAttachmentSpec',
      'VolumeAttributesClass',
    ],
    rules: () => (require('#validate/rules/storage/storage-rules') as typeof storage).STORAGE_RULES,
  },
  { title: 'Classes of pods', rules: () => SCHEDULING_RULES },
  { title: 'Leases', rules: () => COORDINATION_RULES },
  {
    title: 'What namespaces ask of pods',
    needs: ['LimitRange', 'Namespace', 'ResourceQuota'],
    rules: () => (require('#validate/rules/namespaces/namespaces-rules') as typeof namespaces).NAMESPACES_RULES,
  },
  {
    title: 'Webhooks and admission policies',
    needs: [
      'AdmissionServiceReference',
      'AdmissionWebhookClientConfig',
      'AuditAnnotation',
      'MatchCondition',
      'MutatingWebhook',
      'NamedRuleWithOperations',
      'ParamKind',
      'ParamRef',
      'RuleWithOperations',
      'ValidatingAdmissionPolicyBindingSpec',
      'ValidatingAdmissionPolicySpec',
      'ValidatingWebhook',
      'Validation',
      'Variable',
    ],
    rules: () => (require('#validate/rules/admission/admission-rules') as typeof admission).ADMISSION_RULES,
  },
  {
    title: 'Flow control',
    needs: [
      'ExemptPriorityLevelConfiguration',
      'FlowSchemaSpec.matchingPrecedence',
      'FlowSchemaSubject',
      'LimitedPriorityLevelConfiguration',
      'NonResourcePolicyRule',
      'PolicyRulesWithSubjects',
      'PriorityLevelConfiguration',
      'PriorityLevelConfigurationReference',
      'QueuingConfiguration',
      'ResourcePolicyRule',
    ],
    rules: () => (require('#validate/rules/flow-control/flow-control-rules') as typeof flowControl).FLOW_CONTROL_RULES,
  },
  {
    title: 'Certificates',
    needs: ['CertificateSigningRequestSpec'],
    rules: () => (require('#validate/rules/certificates/certificates-rules') as typeof certificates).CERTIFICATES_RULES,
  },
  {
    title: 'Devices',
    needs: [
      'CELDeviceSelector',
      'Device',
      'DeviceAttribute',
      'DeviceClaim',
      'DeviceClaimConfiguration',
      'DeviceClassSpec',
      'DeviceConstraint',
      'DeviceRequest',
      'DeviceSubRequest',
      'ExactDeviceRequest',
      'OpaqueDeviceConfiguration',
      'ResourcePool',
      'ResourceSliceSpec',
    ],
    rules: () => (require('#validate/rules/devices/devices-rules') as typeof devices).DEVICES_RULES,
  },
  { title: 'Custom resources', rules: () => CUSTOM_RESOURCES_RULES },
  {
    title: 'What is outdated',
    needs: [
      'EndpointSlice.addressType',
      'NodeSelectorRequirement.key',
      'ObjectMeta.annotations',
      'PersistentVolumeSpec.cephfs',
      'PersistentVolumeSpec.flocker',
      'PersistentVolumeSpec.glusterfs',
      'PersistentVolumeSpec.persistentVolumeReclaimPolicy',
      'PersistentVolumeSpec.photonPersistentDisk',
      'PersistentVolumeSpec.quobyte',
      'PersistentVolumeSpec.rbd',
      'PersistentVolumeSpec.scaleIO',
      'PersistentVolumeSpec.storageos',
      'PodSpec.nodeSelector',
      'Scheduling.nodeSelector',
      'ServiceSpec.trafficDistribution',
      'TopologySelectorLabelRequirement.key',
      'TopologySpreadConstraint.topologyKey',
      'Volume.cephfs',
      'Volume.flocker',
      'Volume.gitRepo',
      'Volume.glusterfs',
      'Volume.photonPersistentDisk',
      'Volume.quobyte',
      'Volume.rbd',
      'Volume.scaleIO',
      'Volume.storageos',
    ],
    rules: () => (require('#validate/rules/outdated/outdated-rules') as typeof outdated).OUTDATED_RULES,
  },
  { title: 'What fails when it runs', rules: () => RUN_TIME_RULES },
  { title: 'The app as a whole', rules: () => WHOLE_APP_RULES, referrers: REFERRERS },
];

/** Loads them all. */
export function allRules(): readonly AnyRule[] {
  return AREAS.flatMap((area) => area.rules());
}
