import type { AnyRule } from '../../rule';
import { duplicateObject } from './duplicate-object';
import { misspeltReference } from './misspelt-reference';
import { missingKey } from './missing-key';
import { missingObject } from './missing-object';

/** What holds between objects. */
export const WHOLE_APP_RULES: readonly AnyRule[] = [duplicateObject, misspeltReference, missingKey, missingObject];
