import type { AnyRule } from '../../rule';
import { admissionExpression } from './admission-expression';
import {
  auditKey,
  paramKind,
  paramRef,
  policyBinding,
  policyConstraints,
  policyExpression,
  policyMessage,
  policyMessageLine,
  policyVariable,
} from './admission-policy';
import { matchCondition, reviewVersions, webhookClient, webhookName, webhookService, webhookTimeout } from './webhook';
import { webhookResourceName, webhookRule } from './webhook-rule';

/** What holds for webhooks that admit objects, and for admission policies. */
export const ADMISSION_RULES: readonly AnyRule[] = [
  admissionExpression,
  auditKey,
  matchCondition,
  paramKind,
  paramRef,
  policyBinding,
  policyConstraints,
  policyExpression,
  policyMessage,
  policyMessageLine,
  policyVariable,
  reviewVersions,
  webhookClient,
  webhookName,
  webhookResourceName,
  webhookRule,
  webhookService,
  webhookTimeout,
];
