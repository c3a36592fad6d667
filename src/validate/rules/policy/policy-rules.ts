import type { AnyRule } from '../../rule';
import { disruptionBudget } from './disruption-budget';

/** What holds for the kinds of the group policy. */
export const POLICY_RULES: readonly AnyRule[] = [disruptionBudget];
