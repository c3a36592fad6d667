import type { AnyRule } from '../../rule';
import {
  indexedCompletions,
  indexedJobName,
  indexedLimits,
  indexedOnly,
  maxFailedIndexes,
  untrackedIndexes,
} from './indexed-job';
import { jobLabel, jobSelector, jobTemplateSelector } from './job-selector';
import { jobRestartPolicy, managedBy, podReplacementPolicy } from './job-template';
import { exitCodeContainer, exitCodes, failIndex, podConditions, podFailurePolicy } from './pod-failure-policy';
import { neverRuns, schedule, timeZone } from './schedule';
import { successPolicy } from './success-policy';

/** What holds for Job and CronJob. */
export const BATCH_RULES: readonly AnyRule[] = [
  exitCodeContainer,
  exitCodes,
  failIndex,
  indexedCompletions,
  indexedJobName,
  indexedLimits,
  indexedOnly,
  jobLabel,
  jobRestartPolicy,
  jobSelector,
  jobTemplateSelector,
  managedBy,
  maxFailedIndexes,
  neverRuns,
  podConditions,
  podFailurePolicy,
  podReplacementPolicy,
  schedule,
  successPolicy,
  timeZone,
  untrackedIndexes,
];
