import type { AnyRule } from '../../rule';
import { priority } from './priority-class';
import { runtimeHandler, runtimeNodeSelector, runtimeOverhead } from './runtime-class';

/** What holds for PriorityClass and RuntimeClass. */
export const SCHEDULING_RULES: readonly AnyRule[] = [priority, runtimeHandler, runtimeNodeSelector, runtimeOverhead];
