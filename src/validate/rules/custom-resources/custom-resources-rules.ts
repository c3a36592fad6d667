import type { AnyRule } from '../../rule';
import { customResource } from './custom-resource';
import { customResourceDefinition, doubtfulCustomResourceDefinition } from './definition';

export const CUSTOM_RESOURCES_RULES: readonly AnyRule[] = [
  customResource,
  customResourceDefinition,
  doubtfulCustomResourceDefinition,
];
