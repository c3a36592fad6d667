import type { AnyRule } from '../../rule';
import { leaseDuration } from './lease';

/** What holds for the kinds of the group coordination.k8s.io. */
export const COORDINATION_RULES: readonly AnyRule[] = [leaseDuration];
