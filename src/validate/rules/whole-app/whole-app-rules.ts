import type { AnyRule } from '../../rule';
import { autoscaledReplicas } from './autoscaled-replicas';
import { blockedDns } from './blocked-dns';
import { blockedEvictions } from './blocked-evictions';
import { duplicateIngressPath } from './duplicate-ingress-path';
import { duplicateObject } from './duplicate-object';
import { missingKey } from './missing-key';
import { missingObject } from './missing-object';
import { misspeltReference } from './misspelt-reference';
import { overlappingSelectors } from './overlapping-selectors';
import { selectsNothing } from './selects-nothing';
import { sharedClaim } from './shared-claim';
import { unknownServicePort, unknownTargetPort } from './unknown-port';

/** What holds between objects. */
export const WHOLE_APP_RULES: readonly AnyRule[] = [
  autoscaledReplicas,
  blockedDns,
  blockedEvictions,
  duplicateIngressPath,
  duplicateObject,
  missingKey,
  missingObject,
  misspeltReference,
  overlappingSelectors,
  selectsNothing,
  sharedClaim,
  unknownServicePort,
  unknownTargetPort,
];
