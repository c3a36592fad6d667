import { dnsSubdomainProblem } from '../../manifest/name';

const MAX = 63;

/**
 * What is wrong with the name of a driver, of storage or of devices, that is not empty, as a phrase, or undefined (ValidateCSIDriverName).
 * Capitals count as small letters.
 *
 * @example driverNameProblem('ebs_csi')?.startsWith('is not a DNS subdomain') // true
 */
export function driverNameProblem(name: string): string | undefined {
  if (name.length > MAX) return `has ${name.length} characters; the name of a driver holds ${MAX}: shorten it`;
  return dnsSubdomainProblem(name.toLowerCase());
}
