import type { AnyRule } from '../../rule';
import { autoscaledReplicas } from './autoscaled-replicas';
import { duplicateAutoscaler, unscalableTarget } from './autoscalers';
import { blockedDns } from './blocked-dns';
import { blockedEvictions } from './blocked-evictions';
import { overlappingBudgets, uncountedPods } from './budgets';
import { duplicateIngressPath } from './duplicate-ingress-path';
import { duplicateObject } from './duplicate-object';
import { governingService } from './governing-service';
import { takenHostPort } from './host-ports';
import { limitRangeAmount } from './limit-ranges';
import { missingKey } from './missing-key';
import { missingObject } from './missing-object';
import { misspeltReference } from './misspelt-reference';
import { overlappingSelectors } from './overlapping-selectors';
import { podPriority } from './pod-priority';
import { podSecurity, podSecurityTemplate } from './pod-security';
import { roleKind, subjectNamespace, unmountedToken } from './permissions';
import { quotaWithoutAmount } from './quotas';
import { selectsNothing } from './selects-nothing';
import { sharedClaim } from './shared-claim';
import { unbindableClaim } from './unbindable-claim';
import { unknownServicePort, unknownTargetPort } from './unknown-port';
import { utilizationWithoutRequest } from './utilization';

/** What holds between objects. */
export const WHOLE_APP_RULES: readonly AnyRule[] = [
  autoscaledReplicas,
  blockedDns,
  blockedEvictions,
  duplicateAutoscaler,
  duplicateIngressPath,
  duplicateObject,
  governingService,
  limitRangeAmount,
  missingKey,
  missingObject,
  misspeltReference,
  overlappingBudgets,
  overlappingSelectors,
  podPriority,
  podSecurity,
  podSecurityTemplate,
  quotaWithoutAmount,
  roleKind,
  selectsNothing,
  sharedClaim,
  subjectNamespace,
  takenHostPort,
  unbindableClaim,
  uncountedPods,
  unknownServicePort,
  unknownTargetPort,
  utilizationWithoutRequest,
  unmountedToken,
  unscalableTarget,
];
