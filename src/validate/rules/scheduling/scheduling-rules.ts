import type { AnyRule } from '../../rule';
import { globalDefault } from './global-default';
import { priority } from './priority-class';
import { runtimeHandler, runtimeNodeSelector, runtimeOverhead } from './runtime-class';

/** What holds for PriorityClass and RuntimeClass. */
export const SCHEDULING_RULES: readonly AnyRule[] = [
  priority,
  globalDefault,
  runtimeHandler,
  runtimeNodeSelector,
  runtimeOverhead,
];
