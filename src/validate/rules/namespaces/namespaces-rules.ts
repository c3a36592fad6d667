import type { AnyRule } from '../../rule';
import { limitRangeAmount } from './limit-ranges';
import { podSecurity, podSecurityTemplate } from './pod-security';
import { quotaWithoutAmount } from './quotas';

/** What a namespace, or what is in it, asks of all its pods. */
export const NAMESPACES_RULES: readonly AnyRule[] = [
  limitRangeAmount,
  podSecurity,
  podSecurityTemplate,
  quotaWithoutAmount,
];
