import { isIn, readAddress } from './cidr';

/** What an address can only mean on the machine or in the network that it is used in. */
const UNREACHABLE = ['0.0.0.0/32', '127.0.0.0/8', '169.254.0.0/16', '224.0.0.0/24', '::/128', '::1/128', 'fe80::/10'];

/**
 * What is wrong with an IP address that others are to reach, as a phrase, or undefined (ValidateEndpointIP). It must be an IP address.
 *
 * @example endpointIpProblem('127.0.0.1') // 'is in 127.0.0.0/8, where no other machine finds it: give another address'
 */
export function endpointIpProblem(address: string): string | undefined {
  const range = isLinkLocalMulticast(address) ? 'ff02::/16' : UNREACHABLE.find((range) => isIn(range, address));
  return range === undefined ? undefined : `is in ${range}, where no other machine finds it: give another address`;
}

/** Four bits after the first eight are flags, which may be any. */
function isLinkLocalMulticast(text: string): boolean {
  const { bits = 32, address = 0n } = readAddress(text) ?? {};
  return bits === 128 && ((address >> 112n) & 0xff0fn) === 0xff02n;
}
