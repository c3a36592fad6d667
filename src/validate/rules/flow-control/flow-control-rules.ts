import type { AnyRule } from '../../rule';
import { flowResources, flowRule, flowSubject, flowUrls, matchingPrecedence, priorityLevelName } from './flow-schema';
import { lendablePercent, limitResponse, priorityLevel, queuing } from './priority-level';

/** What holds for the kinds of the group flowcontrol.apiserver.k8s.io. */
export const FLOW_CONTROL_RULES: readonly AnyRule[] = [
  matchingPrecedence,
  priorityLevelName,
  flowRule,
  flowSubject,
  flowResources,
  flowUrls,
  priorityLevel,
  limitResponse,
  queuing,
  lendablePercent,
];
