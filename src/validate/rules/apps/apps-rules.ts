import type { AnyRule } from '../../rule';
import { revisionData } from './controller-revision';
import { deprecatedAnnotation } from './deprecated-annotation';
import { progressDeadline } from './progress-deadline';
import { revisionHistory } from './revision-history';
import { daemonSetRollingUpdate, deploymentRollingUpdate, unusedRollingUpdate } from './rolling-update';
import { emptySelector, selectorMismatch } from './selector';
import { serviceName } from './service-name';
import { statefulSetName } from './stateful-set-name';
import { templateActiveDeadline, templateRestartPolicy } from './template';

/** What holds for the kinds of the group apps, and for the two of the core that were there before them. */
export const APPS_RULES: readonly AnyRule[] = [
  daemonSetRollingUpdate,
  deploymentRollingUpdate,
  deprecatedAnnotation,
  emptySelector,
  progressDeadline,
  revisionData,
  revisionHistory,
  selectorMismatch,
  serviceName,
  statefulSetName,
  templateActiveDeadline,
  templateRestartPolicy,
  unusedRollingUpdate,
];
