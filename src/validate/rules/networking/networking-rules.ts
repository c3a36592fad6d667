import type { AnyRule } from '../../rule';
import {
  endpointAddress,
  endpointHints,
  endpointHostname,
  endpointNode,
  endpointPortName,
  endpointProtocol,
  endpointSliceSize,
  endpointZone,
} from './endpoint-slice';
import {
  ingressClassAnnotation,
  ingressClassName,
  ingressHost,
  ingressPath,
  ingressPaths,
  ingressRules,
  ingressSecret,
  ingressTlsHost,
} from './ingress';
import { ingressBackend } from './ingress-backend';
import { ingressController, ingressParameters } from './ingress-class';
import { ipBlock, policyPeer, policyPort, policyTypes } from './network-policy';
import { ipAddressParent, serviceCidrs } from './service-cidr';

/** What holds for the kinds of networking.k8s.io, and for EndpointSlice. */
export const NETWORKING_RULES: readonly AnyRule[] = [
  endpointAddress,
  endpointHints,
  endpointHostname,
  endpointNode,
  endpointPortName,
  endpointProtocol,
  endpointSliceSize,
  endpointZone,
  ingressBackend,
  ingressClassAnnotation,
  ingressClassName,
  ingressController,
  ingressHost,
  ingressParameters,
  ingressPath,
  ingressPaths,
  ingressRules,
  ingressSecret,
  ingressTlsHost,
  ipAddressParent,
  ipBlock,
  policyPeer,
  policyPort,
  policyTypes,
  serviceCidrs,
];
