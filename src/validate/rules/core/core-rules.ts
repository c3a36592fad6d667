import type { AnyRule } from '../../rule';
import { apiService } from './api-service';
import { bindingTarget } from './binding';
import { dataKey, dataSize, duplicateDataKey } from './data';
import { endpointsAddress, endpointsPortName, endpointsSubset } from './endpoints';
import { deprecatedEventField, eventNamespace, eventReporter, eventSeries, eventType } from './event';
import { ignoredServiceField } from './ignored-service-field';
import { limitOrder, limitRatio, limitResource, limitType } from './limit-range';
import { namespaceFinalizer, podSecurityLabel } from './namespace';
import { nodeAnnotation } from './node-annotation';
import { nodeResource, nodeSwap, podCIDRs, taint } from './node';
import {
  persistentVolumeSource,
  volumeAccessModes,
  volumeCapacity,
  mountOptionsAnnotation,
  volumeClass,
  volumeSecret,
} from './persistent-volume';
import { persistentVolumeField, persistentVolumeValue } from './persistent-volume-value';
import { quotaAmount, quotaResource, quotaScope } from './resource-quota';
import { secretType, tlsKeyPair } from './secret';
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
import { takenAddress } from './taken-address';
import { unknownTargetPort } from './unknown-target-port';

/** What holds for an APIService and for the kinds of the core group but pods. */
export const CORE_RULES: readonly AnyRule[] = [
  apiService,
  appProtocol,
  bindingTarget,
  clusterIPs,
  dataKey,
  dataSize,
  deprecatedEventField,
  duplicateDataKey,
  endpointsAddress,
  endpointsPortName,
  endpointsSubset,
  eventNamespace,
  eventReporter,
  eventSeries,
  eventType,
  externalIP,
  externalName,
  externalTrafficPolicy,
  headlessService,
  ignoredServiceField,
  healthCheckNodePort,
  ipFamilyPolicy,
  limitOrder,
  limitRatio,
  limitResource,
  limitType,
  loadBalancerClass,
  loadBalancerField,
  namespaceFinalizer,
  nodeAnnotation,
  nodePort,
  nodeResource,
  nodeSwap,
  persistentVolumeField,
  persistentVolumeSource,
  persistentVolumeValue,
  podCIDRs,
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
  taint,
  tlsKeyPair,
  takenAddress,
  targetPort,
  topologyMode,
  unknownTargetPort,
  volumeAccessModes,
  volumeCapacity,
  mountOptionsAnnotation,
  volumeClass,
  volumeSecret,
];
