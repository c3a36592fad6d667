import type { Type } from './model';

/** What the definitions hold that the document leaves open, by full name. */
export const WELL_KNOWN: Readonly<Record<string, Type>> = {
  'io.k8s.apimachinery.pkg.api.resource.Quantity': { is: 'scalar', scalar: 'quantity' },
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': { is: 'scalar', scalar: 'int-or-string' },
  'io.k8s.apimachinery.pkg.apis.meta.v1.Time': { is: 'scalar', scalar: 'time' },
  'io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime': { is: 'scalar', scalar: 'micro-time' },
  'io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1': { is: 'scalar', scalar: 'any' },
  'io.k8s.apimachinery.pkg.runtime.RawExtension': { is: 'scalar', scalar: 'object' },
  ...jsonSchemaTypes('io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1'),
};

/**
 * A count that may be a percentage of the replicas: maxSurge, maxUnavailable, minAvailable. The document calls it a number or a
 * string, as it calls a port that may have a name; but the server takes '25%' and refuses '25'.
 */
export const IS_COUNT_OR_PERCENT = /^(max|min)[A-Z]/;

function jsonSchemaTypes(group: string): Readonly<Record<string, Type>> {
  const schema: Type = { is: 'definition', name: 'JSONSchemaProps' };
  const text: Type = { is: 'scalar', scalar: 'string' };
  return {
    [`${group}.JSON`]: { is: 'scalar', scalar: 'any' },
    [`${group}.JSONSchemaPropsOrArray`]: { is: 'either', of: [schema, { is: 'array', of: schema }] },
    [`${group}.JSONSchemaPropsOrBool`]: { is: 'either', of: [schema, { is: 'scalar', scalar: 'boolean' }] },
    [`${group}.JSONSchemaPropsOrStringArray`]: { is: 'either', of: [schema, { is: 'array', of: text }] },
  };
}

const API_VERBS = ['*', 'create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'proxy', 'update', 'watch'];

/** The values of strings where the document leaves them open, or allows more than the server takes. */
export const VALUES: Readonly<Record<string, readonly string[]>> = {
  'CSIDriverSpec.fsGroupPolicy': ['File', 'None', 'ReadWriteOnceWithFSType'],
  'CSIDriverSpec.volumeLifecycleModes': ['Ephemeral', 'Persistent'],
  'Container.restartPolicy': ['Always', 'Never', 'OnFailure'],
  'ContainerResizePolicy.restartPolicy': ['NotRequired', 'RestartContainer'],
  'ContainerRestartRule.action': ['Restart', 'RestartAllContainers'],
  'ContainerRestartRuleOnExitCodes.operator': ['In', 'NotIn'],
  'CustomResourceColumnDefinition.type': ['boolean', 'date', 'integer', 'number', 'string'],
  'CustomResourceConversion.strategy': ['None', 'Webhook'],
  'CustomResourceDefinitionSpec.scope': ['Cluster', 'Namespaced'],
  'FlowDistinguisherMethod.type': ['ByNamespace', 'ByUser'],
  'FlowSchemaSubject.kind': ['Group', 'ServiceAccount', 'User'],
  'HPAScalingPolicy.type': ['Percent', 'Pods'],
  'HPAScalingRules.selectPolicy': ['Disabled', 'Max', 'Min'],
  'IngressClassParametersReference.scope': ['Cluster', 'Namespace'],
  'JSONSchemaProps.x-kubernetes-list-type': ['atomic', 'map', 'set'],
  'JSONSchemaProps.x-kubernetes-map-type': ['atomic', 'granular'],
  'LabelSelectorRequirement.operator': ['DoesNotExist', 'Exists', 'In', 'NotIn'],
  'LimitResponse.type': ['Queue', 'Reject'],
  'MetricSpec.type': ['ContainerResource', 'External', 'Object', 'Pods', 'Resource'],
  'MetricTarget.type': ['AverageValue', 'Utilization', 'Value'],
  'MutatingWebhook.sideEffects': ['None', 'NoneOnDryRun'],
  'NonResourcePolicyRule.verbs': API_VERBS,
  'ParamRef.parameterNotFoundAction': ['Allow', 'Deny'],
  'PodFailurePolicyOnPodConditionsPattern.status': ['False', 'True', 'Unknown'],
  'PodOS.name': ['linux', 'windows'],
  'PodSecurityContext.seLinuxChangePolicy': ['Recursive'],
  'PriorityLevelConfigurationSpec.type': ['Exempt', 'Limited'],
  'ResourcePolicyRule.verbs': API_VERBS,
  'RoleRef.apiGroup': ['rbac.authorization.k8s.io'],
  'RoleRef.kind': ['ClusterRole', 'Role'],
  'ServiceSpec.trafficDistribution': ['PreferClose', 'PreferSameNode', 'PreferSameZone'],
  'StatefulSetPersistentVolumeClaimRetentionPolicy.whenDeleted': ['Delete', 'Retain'],
  'StatefulSetPersistentVolumeClaimRetentionPolicy.whenScaled': ['Delete', 'Retain'],
  'StorageClass.reclaimPolicy': ['Delete', 'Retain'],
  'Subject.kind': ['Group', 'ServiceAccount', 'User'],
  'ValidatingWebhook.sideEffects': ['None', 'NoneOnDryRun'],
  'Validation.reason': ['Forbidden', 'Invalid', 'RequestEntityTooLarge'],
  'VolumeMount.recursiveReadOnly': ['Disabled', 'Enabled', 'IfPossible'],
};

// The lists below were found by asking a server of Kubernetes 1.35 (dry run, strict) about valid objects of all kinds with one change each.

/** Required by the document, but the server fills it in and manifests commonly leave it out. */
export const FILLED_IN: ReadonlySet<string> = new Set(['RoleRef.apiGroup']);

/** Required by the document and by good sense, but the server creates the object without. */
export const NOT_ENFORCED: ReadonlySet<string> = new Set([
  // A zero, an empty string or an empty list is a value like others there.
  'CSIDriver.spec',
  'CSINode.spec',
  'CSINodeSpec.drivers',
  'ConfigMapNodeConfigSource.kubeletConfigKey',
  'ConfigMapNodeConfigSource.name',
  'ConfigMapNodeConfigSource.namespace',
  'ControllerRevision.revision',
  'CustomResourceDefinitionVersion.served',
  'CustomResourceDefinitionVersion.storage',
  'DeviceCapacity.value',
  'DeviceClass.spec',
  'EndpointSlice.endpoints',
  'Event.involvedObject',
  'ForZone.name',
  'HTTPHeader.value',
  'ISCSIPersistentVolumeSource.lun',
  'ISCSIVolumeSource.lun',
  'LimitRangeSpec.limits',
  // Only of an object, not of a template: the rule about owners looks at them.
  'OwnerReference.apiVersion',
  'OwnerReference.kind',
  'OwnerReference.name',
  'OwnerReference.uid',
  'PodFailurePolicy.rules',
  'PreferredSchedulingTerm.preference',
  'PriorityClass.value',
  'ResourceClaim.spec',
  'ResourceClaimTemplate.spec',
  'ResourceClaimTemplateSpec.spec',
  'ResourcePool.generation',
  'ScaleIOPersistentVolumeSource.secretRef',
  'ScaleIOVolumeSource.secretRef',
  'SleepAction.seconds',
  'Sysctl.value',
  'TokenRequest.audience',
  // Only of the strategy Webhook, which the rules about definitions look at.
  'WebhookConversion.conversionReviewVersions',
  // A claim's dataSource without a kind is dropped; an Ingress backend without one is refused.
  'TypedLocalObjectReference.kind',
  'TypedLocalObjectReference.name',
  // And a dataSourceRef to another namespace.
  'TypedObjectReference.kind',
  'TypedObjectReference.name',
]);

/** Enums for which the server takes an empty string as if the field were not there. */
export const MAY_BE_EMPTY: ReadonlySet<string> = new Set([
  'Container.imagePullPolicy',
  'Container.terminationMessagePolicy',
  'ContainerPort.protocol',
  'CronJobSpec.concurrencyPolicy',
  'DaemonSetUpdateStrategy.type',
  'DeploymentStrategy.type',
  'DeviceSubRequest.allocationMode',
  'EndpointPort.protocol',
  'ExactDeviceRequest.allocationMode',
  'HTTPGetAction.scheme',
  'ImageVolumeSource.pullPolicy',
  'PersistentVolumeSpec.persistentVolumeReclaimPolicy',
  'PodFailurePolicyOnPodConditionsPattern.status',
  'PodSpec.dnsPolicy',
  'PodSpec.restartPolicy',
  'RoleRef.apiGroup',
  'ServicePort.protocol',
  'ServiceSpec.externalTrafficPolicy',
  'ServiceSpec.sessionAffinity',
  'ServiceSpec.type',
  'StatefulSetPersistentVolumeClaimRetentionPolicy.whenDeleted',
  'StatefulSetPersistentVolumeClaimRetentionPolicy.whenScaled',
  'StatefulSetSpec.podManagementPolicy',
  'StatefulSetUpdateStrategy.type',
  'StorageClass.reclaimPolicy',
  'Toleration.effect',
  'Toleration.operator',
]);

/**
 * Fields that the server drops, once it has read them: their features are off by default, or others write them. And those that it keeps and
 * never looks at. So types must fit there, and fields be known, but nothing else matters. The same is true of the `status` of every kind.
 */
export const IGNORED: ReadonlySet<string> = new Set([
  'Binding.metadata',
  'CertificateSigningRequestSpec.extra',
  'Device.allNodes',
  'Device.allowMultipleAllocations',
  'Device.bindingConditions',
  'Device.bindingFailureConditions',
  'Device.bindsToNode',
  'Device.consumesCounters',
  'Device.nodeName',
  'Device.nodeSelector',
  'Device.taints',
  'DeviceCapacity.requestPolicy',
  'DeviceClassSpec.extendedResourceName',
  'DeviceConstraint.distinctAttribute',
  'DeviceSubRequest.capacity',
  'DeviceSubRequest.tolerations',
  'ExactDeviceRequest.capacity',
  'ExactDeviceRequest.tolerations',
  'LeaseSpec.preferredHolder',
  'LeaseSpec.strategy',
  'Lifecycle.stopSignal',
  'MetricIdentifier.selector',
  'ObjectMeta.managedFields',
  'PodSpec.workloadRef',
  'ResourceAttributes.fieldSelector',
  'ResourceAttributes.labelSelector',
  'ResourceSliceSpec.perDeviceNodeSelection',
  'ResourceSliceSpec.sharedCounters',
  'RollingUpdateStatefulSetStrategy.maxUnavailable',
  'VolumeProjection.clusterTrustBundle',
  'VolumeProjection.podCertificate',
]);

/**
 * Structs that must be there, by rules that the document does not know. A struct that has required fields itself needs no entry: to the
 * server it is always there, so the table requires it.
 */
export const NEEDED: ReadonlySet<string> = new Set([
  'DeviceClaimConfiguration.opaque',
  'DeviceClassConfiguration.opaque',
  'DeviceSelector.cel',
  'Ingress.spec',
  'IngressClass.spec',
  'PersistentVolume.spec',
  'PersistentVolumeClaim.spec',
  'ReplicationController.spec',
  'ReplicationControllerSpec.template',
  'Service.spec',
  'ServiceCIDR.spec',
  'ValidatingAdmissionPolicy.spec',
  'ValidatingAdmissionPolicyBinding.spec',
  'ValidatingAdmissionPolicySpec.matchConstraints',
  'VolumeNodeAffinity.required',
]);
