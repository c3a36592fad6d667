import { APP_CHANGES } from './app-changes';
import type { AnyChangeRule } from './change-rule';
import { CLAIM_CHANGES } from './claim-changes';
import { CUSTOM_CHANGES } from './custom-changes';
import { DATA_CHANGES } from './data-changes';
import { DEFINITION_CHANGES } from './definition-changes';
import { FIXED_FIELDS } from './fixed-fields';
import { JOB_CHANGES } from './job-changes';
import { POD_CHANGES } from './pod-changes';
import { REMOVALS } from './removals';
import { SERVICE_CHANGES } from './service-changes';
import { VOLUME_CHANGES } from './volume-changes';

/** All rules about changes. */
export const CHANGE_RULES: readonly AnyChangeRule[] = [
  ...APP_CHANGES,
  ...CLAIM_CHANGES,
  ...CUSTOM_CHANGES,
  ...DATA_CHANGES,
  ...DEFINITION_CHANGES,
  ...FIXED_FIELDS,
  ...JOB_CHANGES,
  ...POD_CHANGES,
  ...REMOVALS,
  ...SERVICE_CHANGES,
  ...VOLUME_CHANGES,
];
