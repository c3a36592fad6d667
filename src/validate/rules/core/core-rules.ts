import type { AnyRule } from '../../rule';
import { dataKey, dataSize, duplicateDataKey } from './data';
import { endpointsAddress, endpointsPortName, endpointsSubset } from './endpoints';
import { limitOrder, limitRatio, limitResource, limitType } from './limit-range';
import { namespaceFinalizer, podSecurityLabel } from './namespace';
import { quotaAmount, quotaResource, quotaScope } from './resource-quota';
import {
  persistentVolumeSource,
  volumeAccessModes,
  volumeCapacity,
  volumeClass,
  volumeSecret,
} from './persistent-volume';
import { secretType } from './secret';
import { clusterIPs, externalIP, externalName, headlessService, ipFamilyPolicy } from './service-addresses';
import { appProtocol, nodePort, servicePortName, servicePorts, targetPort } from './service-ports';
import {
  externalTrafficPolicy,
  healthCheckNodePort,
  loadBalancerClass,
  loadBalancerField,
  serviceSelector,
  sessionAffinity,
  sourceRange,
  topologyMode,
} from './service-traffic';

/** What holds for the kinds of the core group but pods and what belongs to them. */
export const CORE_RULES: readonly AnyRule[] = [
  appProtocol,
  clusterIPs,
  dataKey,
  dataSize,
  duplicateDataKey,
  endpointsAddress,
  endpointsPortName,
  endpointsSubset,
  externalIP,
  externalName,
  externalTrafficPolicy,
  headlessService,
  healthCheckNodePort,
  ipFamilyPolicy,
  limitOrder,
  limitRatio,
  limitResource,
  limitType,
  loadBalancerClass,
  loadBalancerField,
  namespaceFinalizer,
  nodePort,
  persistentVolumeSource,
  podSecurityLabel,
  quotaAmount,
  quotaResource,
  quotaScope,
  secretType,
  servicePortName,
  servicePorts,
  serviceSelector,
  sessionAffinity,
  sourceRange,
  targetPort,
  topologyMode,
  volumeAccessModes,
  volumeCapacity,
  volumeClass,
  volumeSecret,
];
