import type { AnyRule } from '../../rule';
import { bindingSubject, roleReference } from './bindings';
import { aggregationRule, roleRule } from './roles';
import { roleKind, subjectNamespace, unmountedToken } from './permissions';
import {
  roleGroup,
  roleOfCluster,
  roleResource,
  roleResourceNames,
  roleSubresource,
  roleVerb,
} from './useless-permissions';

/** What holds for roles and for what binds them. */
export const RBAC_RULES: readonly AnyRule[] = [
  aggregationRule,
  bindingSubject,
  roleGroup,
  roleKind,
  roleOfCluster,
  roleReference,
  roleResource,
  roleResourceNames,
  roleRule,
  roleSubresource,
  roleVerb,
  subjectNamespace,
  unmountedToken,
];
