import type { Severity } from './issue';

export interface StructureCode {
  readonly code: string;
  readonly severity: Severity;
  readonly summary: string;
}

/** What the structure of an object can have that is wrong: the part of validation that needs no rules, only the table. */
export const STRUCTURE_CODES = {
  manifest: {
    severity: 'error',
    summary:
      'A manifest is a map with apiVersion, kind and metadata.name, because without them it belongs to no object.',
  },
  'unknown-kind': {
    severity: 'error',
    summary: 'A kind in a group of Kubernetes exists in that version, because the server has no place for others.',
  },
  'unknown-field': {
    severity: 'error',
    summary:
      'A field exists at its place, because strict validation refuses others, and else they are dropped in silence.',
  },
  'missing-field': {
    severity: 'error',
    summary: 'A field that the server asks for is there.',
  },
  'wrong-type': {
    severity: 'error',
    summary: 'A value has the type of its field, because the server cannot read another.',
  },
  'invalid-format': {
    severity: 'error',
    summary: 'A quantity, a time, a percentage, base64 and a number fit the format of their field.',
  },
  'unknown-value': {
    severity: 'error',
    summary: 'A field that takes a few words has one of them.',
  },
  'duplicate-item': {
    severity: 'error',
    summary: 'The items of a list differ, or their keys do, because the server refuses two that are alike.',
  },
  'duplicate-list-key': {
    severity: 'warning',
    summary:
      'The items of a list that has a key differ in it, because one hides the other, and server-side apply refuses both.',
  },
  'not-checked': {
    severity: 'warning',
    summary: 'A manifest can be read from one end to the other, because what cannot be read is not checked.',
  },
} as const satisfies Readonly<Record<string, Omit<StructureCode, 'code'>>>;

export type StructureCodeName = keyof typeof STRUCTURE_CODES;

/**
 * The lists in which the server refuses two items that are alike when an object is created, and the fields in which they are: none stands
 * for the whole item. Other lists of the table that have keys may have them twice.
 */
export const DUPLICATES_REFUSED: Readonly<Record<string, readonly string[]>> = {
  'CSIDriverSpec.tokenRequests': ['audience'],
  'CSINodeDriver.topologyKeys': [],
  'CSINodeSpec.drivers': ['name'],
  'CapacityRequestPolicy.validValues': [],
  'CertificateSigningRequestSpec.usages': [],
  'Container.resizePolicy': ['resourceName'],
  'Container.volumeDevices': ['devicePath'],
  'Container.volumeMounts': ['mountPath'],
  'DeviceClaim.requests': ['name'],
  'DeviceClaimConfiguration.requests': [],
  'DeviceConstraint.requests': [],
  'DeviceRequest.firstAvailable': ['name'],
  'EndpointHints.forNodes': ['name'],
  'EndpointHints.forZones': ['name'],
  'EndpointSlice.ports': ['name'],
  'EphemeralContainer.volumeMounts': ['mountPath'],
  'LimitRangeSpec.limits': ['type'],
  'MutatingWebhook.matchConditions': ['name'],
  'MutatingWebhookConfiguration.webhooks': ['name'],
  'NamedRuleWithOperations.resourceNames': [],
  'NodeSpec.taints': ['key', 'effect'],
  'PodFailurePolicyOnExitCodesRequirement.values': [],
  'PodSecurityContext.sysctls': ['name'],
  'PodSpec.containers': ['name'],
  'PodSpec.ephemeralContainers': ['name'],
  'PodSpec.initContainers': ['name'],
  'PodSpec.resourceClaims': ['name'],
  'PodSpec.schedulingGates': ['name'],
  'PodSpec.topologySpreadConstraints': ['topologyKey', 'whenUnsatisfiable'],
  'PodSpec.volumes': ['name'],
  'ResourceSliceSpec.devices': ['name'],
  'ResourceSliceSpec.sharedCounters': ['name'],
  'Scheduling.tolerations': ['key', 'operator', 'value', 'effect'],
  'ServiceSpec.ipFamilies': [],
  'ServiceSpec.ports': ['port', 'protocol'],
  'TopologySelectorLabelRequirement.values': [],
  'TopologySelectorTerm.matchLabelExpressions': ['key'],
  'ValidatingAdmissionPolicyBindingSpec.validationActions': [],
  'ValidatingAdmissionPolicySpec.auditAnnotations': ['key'],
  'ValidatingAdmissionPolicySpec.matchConditions': ['name'],
  'ValidatingWebhook.matchConditions': ['name'],
  'ValidatingWebhookConfiguration.webhooks': ['name'],
};
