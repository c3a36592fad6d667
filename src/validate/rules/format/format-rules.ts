import type { AnyRule } from '../../rule';
import { ipSpelling } from './ip-spelling';
import { labelSelector } from './label-selector';
import { moreThanAll } from './more-than-all';
import { negativeNumber } from './negative-number';

/** What holds for values of one sort in objects of many kinds. */
export const FORMAT_RULES: readonly AnyRule[] = [ipSpelling, labelSelector, moreThanAll, negativeNumber];
