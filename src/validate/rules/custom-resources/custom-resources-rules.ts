import type { AnyRule } from '../../rule';
import { customResource } from './custom-resource';
import { customResourceRule, rulesNotEvaluated } from './custom-resource-rule';
import { unservedKind } from './unserved-kind';
import { customResourceDefinition, doubtfulCustomResourceDefinition } from './definition';

export const CUSTOM_RESOURCES_RULES: readonly AnyRule[] = [
  customResource,
  unservedKind,
  customResourceRule,
  rulesNotEvaluated,
  customResourceDefinition,
  doubtfulCustomResourceDefinition,
];
