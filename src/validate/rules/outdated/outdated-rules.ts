import type { AnyRule } from '../../rule';
import { deprecatedLabel } from './deprecated-label';
import { deprecatedValue } from './deprecated-value';
import { outdatedAnnotation } from './outdated-annotation';
import { removedVolume } from './removed-volume';

/** What the server still takes and warns of, because it is deprecated or has no effect any more. */
export const OUTDATED_RULES: readonly AnyRule[] = [deprecatedLabel, deprecatedValue, outdatedAnnotation, removedVolume];
