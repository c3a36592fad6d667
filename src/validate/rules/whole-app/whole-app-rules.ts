import type { AnyRule } from '../../rule';
import { deprecatedVersion } from './deprecated-version';
import { duplicateObject } from './duplicate-object';
import { governingService } from './governing-service';
import { takenHostPort } from './host-ports';
import { missingKey } from './missing-key';
import { missingObject } from './missing-object';
import { misspeltReference } from './misspelt-reference';
import { overlappingSelectors } from './overlapping-selectors';
import { podPriority } from './pod-priority';
import { selectsNothing } from './selects-nothing';

/** What holds between objects. */
export const WHOLE_APP_RULES: readonly AnyRule[] = [
  deprecatedVersion,
  duplicateObject,
  governingService,
  missingKey,
  missingObject,
  misspeltReference,
  overlappingSelectors,
  podPriority,
  selectsNothing,
  takenHostPort,
];
