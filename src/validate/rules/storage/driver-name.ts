import { dnsSubdomainProblem } from '../../../manifest/name';

const MAX = 63;

/**
 * What is wrong with the name of a CSI driver, as a phrase, or undefined (ValidateCSIDriverName).
 *
 * @example driverNameProblem('') // 'is empty: name the CSI driver, such as "ebs.csi.aws.com"'
 */
export function driverNameProblem(name: string): string | undefined {
  if (name === '') return 'is empty: name the CSI driver, such as "ebs.csi.aws.com"';
  if (name.length > MAX) return `has ${name.length} characters; the name of a driver holds ${MAX}: shorten it`;
  return dnsSubdomainProblem(name.toLowerCase());
}
