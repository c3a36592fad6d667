import type { Type } from './model';

/** What the definitions hold that the document leaves open, by full name. */
export const WELL_KNOWN: Readonly<Record<string, Type>> = {
  'io.k8s.apimachinery.pkg.api.resource.Quantity': { is: 'scalar', scalar: 'quantity' },
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': { is: 'scalar', scalar: 'int-or-string' },
  'io.k8s.apimachinery.pkg.apis.meta.v1.Time': { is: 'scalar', scalar: 'time' },
  'io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime': { is: 'scalar', scalar: 'micro-time' },
  'io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1': { is: 'scalar', scalar: 'object' },
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

/** The values of strings that the document leaves open, though the server takes no others. */
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
  'ParamRef.parameterNotFoundAction': ['Allow', 'Deny'],
  'PodOS.name': ['linux', 'windows'],
  'PodSecurityContext.seLinuxChangePolicy': ['MountOption', 'Recursive'],
  'PriorityLevelConfigurationSpec.type': ['Exempt', 'Limited'],
  'RoleRef.kind': ['ClusterRole', 'Role'],
  'ServiceSpec.trafficDistribution': ['PreferClose', 'PreferSameNode', 'PreferSameZone'],
  'StatefulSetPersistentVolumeClaimRetentionPolicy.whenDeleted': ['Delete', 'Retain'],
  'StatefulSetPersistentVolumeClaimRetentionPolicy.whenScaled': ['Delete', 'Retain'],
  'Subject.kind': ['Group', 'ServiceAccount', 'User'],
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
  // A claim's dataSource without a kind is dropped; an Ingress backend without one is refused.
  'TypedLocalObjectReference.kind',
  // Fields of features that are off by default: dropped before anyone looks at them.
  'ClusterTrustBundleProjection.path',
  'Counter.value',
  'CounterSet.counters',
  'CounterSet.name',
  'DeviceCounterConsumption.counterSet',
  'DeviceCounterConsumption.counters',
  'DeviceTaint.effect',
  'DeviceTaint.key',
  'PodCertificateProjection.keyType',
  'PodCertificateProjection.signerName',
  'WorkloadReference.name',
  'WorkloadReference.podGroup',
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
  'PodSpec.dnsPolicy',
  'PodSpec.restartPolicy',
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

/** Enums whose values nobody looks at, because the feature of the field is off by default. */
export const NOT_LOOKED_AT: ReadonlySet<string> = new Set([
  'DeviceTaint.effect',
  'DeviceToleration.effect',
  'DeviceToleration.operator',
  'Lifecycle.stopSignal',
]);
