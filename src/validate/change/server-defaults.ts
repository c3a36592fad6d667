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
  'DownwardAPIVolumeSource.defaultMode': 420,
  'HTTPGetAction.path': '/',
  'HTTPGetAction.scheme': 'HTTP',
  'JobSpec.completionMode': 'NonIndexed',
  'ObjectFieldSelector.apiVersion': 'v1',
  'PersistentVolumeClaimSpec.volumeMode': 'Filesystem',
  'PersistentVolumeSpec.volumeMode': 'Filesystem',
  'PodFailurePolicyOnPodConditionsPattern.status': 'True',
  'PodSpec.dnsPolicy': 'ClusterFirst',
  'PodSpec.enableServiceLinks': true,
  'PodSpec.restartPolicy': 'Always',
  'PodSpec.schedulerName': 'default-scheduler',
  'PodSpec.serviceAccountName': 'default',
  'PodSpec.terminationGracePeriodSeconds': 30,
  'PriorityClass.preemptionPolicy': 'PreemptLowerPriority',
  'Probe.failureThreshold': 3,
  'Probe.periodSeconds': 10,
  'Probe.successThreshold': 1,
  'Probe.timeoutSeconds': 1,
  'ProjectedVolumeSource.defaultMode': 420,
  'RoleRef.apiGroup': 'rbac.authorization.k8s.io',
  'Secret.type': 'Opaque',
  'SecretVolumeSource.defaultMode': 420,
  'SecurityContext.procMount': 'Default',
  'ServiceAccountTokenProjection.expirationSeconds': 3600,
  'StatefulSetSpec.podManagementPolicy': 'OrderedReady',
  'StorageClass.reclaimPolicy': 'Delete',
  'StorageClass.volumeBindingMode': 'Immediate',
};

/** Fields whose `false`, `0` or `''` is something else than nothing: Go has a pointer there. */
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
  ...['tolerationSeconds'],
]);
