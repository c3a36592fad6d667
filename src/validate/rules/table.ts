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

interface Area {
  /** What its rules are about. */
  readonly title: string;
  readonly rules: readonly AnyRule[];
}

/** Every rule. Each folder here is an area, and lists its own. */
export const AREAS: readonly Area[] = [
  { title: 'Names and metadata', rules: META_RULES },
  { title: 'Formats', rules: FORMAT_RULES },
  { title: 'Pods', rules: POD_RULES },
  { title: 'Deployments, StatefulSets and DaemonSets', rules: APPS_RULES },
  { title: 'Jobs and CronJobs', rules: BATCH_RULES },
  { title: 'Services, configuration and the rest of the core', rules: CORE_RULES },
  { title: 'Ingresses and network policies', rules: NETWORKING_RULES },
  { title: 'Autoscalers', rules: AUTOSCALING_RULES },
  { title: 'Disruption budgets', rules: POLICY_RULES },
  { title: 'Roles and bindings', rules: RBAC_RULES },
  { title: 'Storage', rules: STORAGE_RULES },
  { title: 'Classes of pods', rules: SCHEDULING_RULES },
  { title: 'Leases', rules: COORDINATION_RULES },
  { title: 'Custom resources', rules: CUSTOM_RESOURCES_RULES },
  { title: 'What fails when it runs', rules: RUN_TIME_RULES },
  { title: 'The app as a whole', rules: WHOLE_APP_RULES },
];

export const RULES: readonly AnyRule[] = AREAS.flatMap(({ rules }) => rules);
