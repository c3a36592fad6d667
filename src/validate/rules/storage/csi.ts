import { labelKeyProblem } from '../../../manifest/name';
import type { FieldRule, Rule } from '../../rule';
import { driverNameProblem } from '../driver-name';

export const csiDriverName: FieldRule<
  'CSINodeDriver.name' | 'CSIPersistentVolumeSource.driver' | 'VolumeAttachmentSpec.attacher'
> = {
  code: 'csi-driver-name',
  severity: 'error',
  fields: ['CSINodeDriver.name', 'CSIPersistentVolumeSource.driver', 'VolumeAttachmentSpec.attacher'],
  summary: 'A CSI driver has a DNS subdomain of at most 63 characters for a name; capitals count as small letters.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidateCSIDriverName',
  problem: (name) =>
    name === '' ? 'is empty: name the CSI driver, such as "ebs.csi.aws.com"' : driverNameProblem(name),
};

const MIN_PERIOD = 10;

export const csiUpdatePeriod: FieldRule<'CSIDriverSpec.nodeAllocatableUpdatePeriodSeconds'> = {
  code: 'csi-update-period',
  severity: 'error',
  fields: ['CSIDriverSpec.nodeAllocatableUpdatePeriodSeconds'],
  summary: 'The limits of nodes are read again after 10 seconds or more, because each driver is asked on each node.',
  mirrors: 'pkg/apis/storage/validation/validation.go: validateNodeAllocatableUpdatePeriodSeconds',
  problem: (period) => (period < MIN_PERIOD ? `is too often: give ${MIN_PERIOD} or more` : undefined),
};

const MIN_EXPIRATION = 600;
const MAX_EXPIRATION = 2 ** 32;

export const csiTokenLifetime: FieldRule<'TokenRequest.expirationSeconds'> = {
  code: 'csi-token-lifetime',
  severity: 'error',
  fields: ['TokenRequest.expirationSeconds'],
  summary: 'A token for a driver lives for 10 minutes or more.',
  mirrors: 'pkg/apis/storage/validation/validation.go: validateTokenRequests',
  problem(seconds) {
    const isInRange = seconds >= MIN_EXPIRATION && seconds <= MAX_EXPIRATION;
    return isInRange ? undefined : `is out of range: give ${MIN_EXPIRATION} to ${MAX_EXPIRATION}`;
  },
};

export const csiTokens: Rule<'CSIDriverSpec'> = {
  code: 'csi-tokens',
  severity: 'error',
  on: 'CSIDriverSpec',
  summary: 'A driver says how it gets its tokens only if it asks for some.',
  mirrors: 'pkg/apis/storage/validation/validation.go: validateServiceAccountTokenInSecrets',
  check({ tokenRequests = [], serviceAccountTokenInSecrets }, at, report) {
    if (serviceAccountTokenInSecrets === undefined || tokenRequests.length > 0) return;
    report(at.field('serviceAccountTokenInSecrets'), 'is there without tokenRequests', 'add them, or take it away');
  },
};

const MAX_NODE_ID = 256;

export const csiNodeId: FieldRule<'CSINodeDriver.nodeID'> = {
  code: 'csi-node-id',
  severity: 'error',
  fields: ['CSINodeDriver.nodeID'],
  summary: 'A driver knows a node by an id of 1 to 256 bytes.',
  mirrors: 'pkg/apis/storage/validation/validation.go: validateCSINodeDriverNodeID',
  problem(id) {
    if (id === '') return 'is empty: give the id by which the driver knows the node';
    const bytes = Buffer.byteLength(id);
    return bytes > MAX_NODE_ID ? `has ${bytes} bytes; ${MAX_NODE_ID} fit: shorten it` : undefined;
  },
};

export const csiTopologyKeys: FieldRule<'CSINodeDriver.topologyKeys[]'> = {
  code: 'csi-topology-keys',
  severity: 'error',
  fields: ['CSINodeDriver.topologyKeys[]'],
  summary: 'The topology keys of a driver are keys of labels of nodes.',
  mirrors: 'pkg/apis/storage/validation/validation.go: validateCSINodeDriver',
  problem: labelKeyProblem,
};
