import type { AnyRule } from '../../rule';
import { customResource } from './custom-resource';
import { customResourceRule, rulesNotEvaluated } from './custom-resource-rule';
import { customResourceDefinition, doubtfulCustomResourceDefinition } from './definition';

export const CUSTOM_RESOURCES_RULES: readonly AnyRule[] = [
  customResource,
  customResourceRule,
  rulesNotEvaluated,
  customResourceDefinition,
  doubtfulCustomResourceDefinition,
];
