/**
 * What the server fills into fields that cannot be changed, and into what stands below them, as far as its description does not say so:
 * pkg/apis/core/v1/defaults.go and the like.
 */
export const SERVER_DEFAULTS: Readonly<Record<string, unknown>> = {
  'CSIDriverSpec.attachRequired': true,
  'CSIDriverSpec.volumeLifecycleModes': ['Persistent'],
  'ConfigMapVolumeSource.defaultMode': 420,
  'Container.terminationMessagePath': '/dev/termination-log',
  'Container.terminationMessagePolicy': 'File',
  'DeviceSubRequest.allocationMode': 'ExactCount',
  'DeviceSubRequest.count': 1,
  'DeviceToleration.operator': 'Equal',
  'DownwardAPIVolumeSource.defaultMode': 420,
  'ExactDeviceRequest.allocationMode': 'ExactCount',
  'ExactDeviceRequest.count': 1,
  'FileKeySelector.optional': false,
  'HTTPGetAction.path': '/',
  'HTTPGetAction.scheme': 'HTTP',
  'JobSpec.completionMode': 'NonIndexed',
  'ObjectFieldSelector.apiVersion': 'v1',
  'PersistentVolumeClaimSpec.volumeMode': 'Filesystem',
  'PersistentVolumeSpec.volumeMode': 'Filesystem',
  'PodFailurePolicyOnPodConditionsPattern.status': 'True',
  'PodSpec.dnsPolicy': 'ClusterFirst',
  'PodSpec.restartPolicy': 'Always',
  'PodSpec.schedulerName': 'default-scheduler',
  'PodSpec.terminationGracePeriodSeconds': 30,
  'PriorityClass.preemptionPolicy': 'PreemptLowerPriority',
  'Probe.failureThreshold': 3,
  'Probe.periodSeconds': 10,
  'Probe.successThreshold': 1,
  'Probe.timeoutSeconds': 1,
  'ProjectedVolumeSource.defaultMode': 420,
  'ResourceFieldSelector.divisor': '0',
  'RoleRef.apiGroup': 'rbac.authorization.k8s.io',
  'Secret.type': 'Opaque',
  'SecretVolumeSource.defaultMode': 420,
  'ServiceAccountTokenProjection.expirationSeconds': 3600,
  'StatefulSetSpec.podManagementPolicy': 'OrderedReady',
  'StorageClass.reclaimPolicy': 'Delete',
  'StorageClass.volumeBindingMode': 'Immediate',
};

/** Fields, of every definition or of one, whose `false`, `0` or `''` is something else than nothing: Go has a pointer there. */
export const MEANS_ITS_ZERO: ReadonlySet<string> = new Set([
  ...['activeDeadlineSeconds', 'allowPrivilegeEscalation', 'attachRequired', 'automountServiceAccountToken'],
  ...[
    'backoffLimitPerIndex',
    'completions',
    'defaultMode',
    'enableServiceLinks',
    'fsGroup',
    'hostProcess',
    'hostUsers',
  ],
  ...['maxFailedIndexes', 'mode', 'optional', 'priority', 'privileged', 'readOnlyRootFilesystem', 'runAsGroup'],
  ...['runAsNonRoot', 'runAsUser', 'setHostnameAsFQDN', 'shareProcessNamespace', 'terminationGracePeriodSeconds'],
  ...['tolerationSeconds', 'CSIVolumeSource.readOnly', 'PersistentVolumeClaimSpec.storageClassName'],
  ...['PersistentVolumeClaimSpec.volumeAttributesClassName', 'PodDNSConfigOption.value'],
]);

/** Fields where something with nothing in it is something else than nothing, for the same reason. */
export const MEANS_ITS_EMPTY: ReadonlySet<string> = new Set([
  ...[
    'Affinity.nodeAffinity',
    'Affinity.podAffinity',
    'Affinity.podAntiAffinity',
    'CSIVolumeSource.nodePublishSecretRef',
  ],
  ...['ClusterTrustBundleProjection.labelSelector', 'Container.lifecycle', 'Container.securityContext'],
  ...['JobSpec.podFailurePolicy', 'PersistentVolumeClaimSpec.selector', 'PodAffinityTerm.labelSelector'],
  ...['PodAffinityTerm.namespaceSelector', 'PodSecurityContext.seLinuxOptions', 'PodSecurityContext.windowsOptions'],
  ...[
    'PodSpec.affinity',
    'PodSpec.dnsConfig',
    'PodSpec.resources',
    'SecurityContext.capabilities',
    'SecurityContext.seLinuxOptions',
  ],
  ...['SecurityContext.windowsOptions', 'TopologySpreadConstraint.labelSelector'],
]);
