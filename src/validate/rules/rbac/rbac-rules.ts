import type { AnyRule } from '../../rule';
import { bindingSubject, roleReference } from './bindings';
import { aggregationRule, roleRule } from './roles';

/** What holds for roles and for what binds them. */
export const RBAC_RULES: readonly AnyRule[] = [aggregationRule, bindingSubject, roleReference, roleRule];
