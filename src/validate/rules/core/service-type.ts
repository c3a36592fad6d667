import type { ServiceSpec } from '../../../../imports/kubernetes/types';

/** The addresses of a Service as the server reads them: an older client gives `clusterIP` only. */
export function clusterIPsOf({ clusterIP = '', clusterIPs = [] }: ServiceSpec): readonly string[] {
  return clusterIPs.length === 0 && clusterIP !== '' ? [clusterIP] : clusterIPs;
}

/** Whether a Service has no address of its own: its name stands for those of its pods. */
export function isHeadless(spec: ServiceSpec): boolean {
  const addresses = clusterIPsOf(spec);
  return addresses.length === 1 && addresses[0] === 'None';
}

/** Whether one can come to the Service from outside of the cluster. */
export function isExternallyAccessible({ type = 'ClusterIP', externalIPs = [] }: ServiceSpec): boolean {
  return type === 'LoadBalancer' || type === 'NodePort' || (type === 'ClusterIP' && externalIPs.length > 0);
}
