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
import { blockedDns } from './blocked-dns';
import { duplicateIngressPath } from './duplicate-ingress-path';
import { unusedTlsHost } from './ingress-tls';
import { unknownServicePort } from './unknown-service-port';

/** What holds for the kinds of networking.k8s.io, and for EndpointSlice. */
export const NETWORKING_RULES: readonly AnyRule[] = [
  blockedDns,
  duplicateIngressPath,
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
  unknownServicePort,
  unusedTlsHost,
];
