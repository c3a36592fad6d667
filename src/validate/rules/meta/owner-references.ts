import type { OwnerReference } from '../../../../imports/kubernetes/types';
import type { ObjectRule } from '../../rule';
import { hasUnreadMetadata } from './unread-metadata';

export const ownerReferences: ObjectRule = {
  code: 'owner-reference',
  severity: 'error',
  on: 'every object',
  needs: ['OwnerReference'],
  summary: 'An owner is named in full, and one of the owners at most is the controller.',
  mirrors: 'apimachinery/pkg/api/validation/objectmeta.go: ValidateOwnerReferences',
  check(object, at, report) {
    const owners = object.metadata?.ownerReferences;
    if (owners === undefined || owners.length === 0 || hasUnreadMetadata(object)) return;
    const list = at.field('metadata').field('ownerReferences');
    let controller: string | undefined;
    for (const [index, owner] of owners.entries()) {
      const here = list.item(index);
      const { apiVersion = '', ...given } = owner as Partial<OwnerReference>;
      for (const field of ['kind', 'name', 'uid'] as const) {
        const { [field]: text } = given;
        if (text === undefined) report(here.field(field), 'is missing', `give the ${field} of the owner`);
        if (text === '') report(here.field(field), 'is empty', `give the ${field} of the owner`);
      }
      if (!/^([^/]*\/)?[^/]+$/.test(apiVersion)) {
        report(here.field('apiVersion'), `"${apiVersion}" has no version`, 'write it as the owner does: "apps/v1"');
      } else if (/^\/?v1$/.test(apiVersion) && owner.kind === 'Event') {
        report(here, 'is an Event, which owns nothing', 'name another owner');
      }
      if (owner.controller !== true || owners.slice(0, index).some((other) => isSame(owner, other))) continue;
      if (controller === undefined) controller = `${owner.kind}/${owner.name}`;
      else report(here.field('controller'), `is true, and so it is for ${controller}`, 'leave it to one owner');
    }
  },
};

/** The server drops an owner that is there already, in all its fields. */
function isSame(one: OwnerReference, other: OwnerReference): boolean {
  return FIELDS.every((field) => one[field] === other[field]);
}

const FIELDS = ['apiVersion', 'blockOwnerDeletion', 'controller', 'kind', 'name', 'uid'] as const;
