import type { AnyRule } from '../rule';
import { APPS_RULES } from './apps/apps-rules';
import { AUTOSCALING_RULES } from './autoscaling/autoscaling-rules';
import { BATCH_RULES } from './batch/batch-rules';
import { COORDINATION_RULES } from './coordination/coordination-rules';
import { CORE_RULES } from './core/core-rules';
import { CUSTOM_RESOURCES_RULES } from './custom-resources/custom-resources-rules';
import { FORMAT_RULES } from './format/format-rules';
import { META_RULES } from './meta/meta-rules';
import { NETWORKING_RULES } from './networking/networking-rules';
import { POD_RULES } from './pod/pod-rules';
import { POLICY_RULES } from './policy/policy-rules';
import { RBAC_RULES } from './rbac/rbac-rules';
import { RUN_TIME_RULES } from './run-time/run-time-rules';
import { SCHEDULING_RULES } from './scheduling/scheduling-rules';
import { STORAGE_RULES } from './storage/storage-rules';
import { WHOLE_APP_RULES } from './whole-app/whole-app-rules';

/** Every rule. Each folder here is an area, and lists its own. */
export const RULES: readonly AnyRule[] = [
  ...APPS_RULES,
  ...AUTOSCALING_RULES,
  ...BATCH_RULES,
  ...COORDINATION_RULES,
  ...CORE_RULES,
  ...CUSTOM_RESOURCES_RULES,
  ...FORMAT_RULES,
  ...META_RULES,
  ...NETWORKING_RULES,
  ...POD_RULES,
  ...POLICY_RULES,
  ...RBAC_RULES,
  ...RUN_TIME_RULES,
  ...SCHEDULING_RULES,
  ...STORAGE_RULES,
  ...WHOLE_APP_RULES,
];
