import type { AnyRule } from '../../rule';
import {
  allowedTopologies,
  capacityClass,
  classParameters,
  negativeCapacity,
  provisioner,
  topologySelector,
} from './classes';
import { csiDriverName, csiNodeId, csiTokenLifetime, csiTokens, csiTopologyKeys, csiUpdatePeriod } from './csi';
import { claimDataSource, droppedDataSource } from './claim-data-source';
import { claimAccessModes, claimClass, claimStorage } from './persistent-volume-claim';
import { attachedNode, attachedVolume, inlineVolume } from './volume-attachment';
import { sharedClaim } from './shared-claim';
import { unbindableClaim } from './unbindable-claim';

/** What holds for claims, wherever they stand, and for the kinds of the group storage.k8s.io. */
export const STORAGE_RULES: readonly AnyRule[] = [
  allowedTopologies,
  attachedNode,
  attachedVolume,
  capacityClass,
  claimAccessModes,
  claimClass,
  claimDataSource,
  claimStorage,
  classParameters,
  csiDriverName,
  csiNodeId,
  csiTokenLifetime,
  csiTokens,
  csiTopologyKeys,
  csiUpdatePeriod,
  droppedDataSource,
  inlineVolume,
  negativeCapacity,
  provisioner,
  sharedClaim,
  topologySelector,
  unbindableClaim,
];
