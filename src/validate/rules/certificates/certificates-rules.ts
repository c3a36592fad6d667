import type { AnyRule } from '../../rule';
import { certificateExpiration, certificateRequest, certificateUsages, signerName } from './signing-request';

/** What holds for the kinds of the group certificates.k8s.io. */
export const CERTIFICATES_RULES: readonly AnyRule[] = [
  signerName,
  certificateUsages,
  certificateExpiration,
  certificateRequest,
];
