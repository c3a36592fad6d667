import type { AnyRule } from '../../rule';
import { disruptionBudget } from './disruption-budget';
import { blockedEvictions } from './blocked-evictions';
import { overlappingBudgets, uncountedPods } from './budgets';

/** What holds for the kinds of the group policy. */
export const POLICY_RULES: readonly AnyRule[] = [blockedEvictions, disruptionBudget, overlappingBudgets, uncountedPods];
