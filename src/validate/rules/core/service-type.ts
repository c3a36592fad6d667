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
export function isExternallyAccessible(spec: ServiceSpec): boolean {
  const { externalIPs = [] } = spec;
  const type = typeOf(spec);
  return type === 'LoadBalancer' || type === 'NodePort' || (type === 'ClusterIP' && externalIPs.length > 0);
}

/** What kind of Service it is. No text is the default, too. */
export function typeOf({ type = 'ClusterIP' }: ServiceSpec): NonNullable<ServiceSpec['type']> {
  return (type as string) === '' ? 'ClusterIP' : type;
}
