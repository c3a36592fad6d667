import { checkValue } from '../../check-field';
import { groupOf } from '../../../manifest/object-key';
import type { ObjectRule } from '../../rule';
import { builtInSchema } from '../../schema';
import { qualifiedNameProblem } from '../qualified-name';
import { hasUnreadMetadata } from './unread-metadata';

/** The groups of which every finalizer has a domain before "/", but for three. The others and custom resources take plain names. */
const STRICT_GROUPS: ReadonlySet<string> = new Set([
  '',
  'apps',
  'autoscaling',
  'batch',
  'certificates.k8s.io',
  'discovery.k8s.io',
  'events.k8s.io',
  'flowcontrol.apiserver.k8s.io',
  'networking.k8s.io',
  'rbac.authorization.k8s.io',
  'resource.k8s.io',
  'scheduling.k8s.io',
  'storage.k8s.io',
]);

const ORPHAN = 'orphan';
const FOREGROUND = 'foregroundDeletion';
/** The finalizers without a domain. */
export const STANDARD_FINALIZERS: ReadonlySet<string> = new Set(['kubernetes', ORPHAN, FOREGROUND]);

export const finalizers: ObjectRule = {
  code: 'finalizer',
  severity: 'error',
  on: 'every object',
  needs: ['ObjectMeta.finalizers'],
  summary: 'A finalizer is a qualified name, so that its controller can tell its own from those of others.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateKubeFinalizerName; ValidateFinalizers of apimachinery',
  check(object, at, report) {
    const { apiVersion, kind, metadata } = object;
    const names = metadata?.finalizers;
    if (names === undefined || names.length === 0 || hasUnreadMetadata(object)) return;
    const isStrict = STRICT_GROUPS.has(groupOf(apiVersion)) && !(apiVersion === 'v1' && kind === 'Event');
    const list = at.field('metadata').field('finalizers');
    for (const [index, name] of names.entries()) {
      checkValue(report, list, index, name, qualifiedNameProblem);
      if (!isStrict || name.includes('/') || STANDARD_FINALIZERS.has(name) || qualifiedNameProblem(name) !== undefined)
        continue;
      report(list.item(index), `"${name}" has no domain`, `write the domain of its controller: "example.com/${name}"`);
    }
    if (!names.includes(ORPHAN) || !names.includes(FOREGROUND)) return;
    report(list, `have both "${ORPHAN}" and "${FOREGROUND}"`, 'keep one of them');
  },
};

export const shortFinalizer: ObjectRule = {
  code: 'short-finalizer',
  severity: 'warning',
  on: 'every object',
  needs: ['ObjectMeta.finalizers'],
  summary:
    'A finalizer of a custom resource has a domain and a path, so that no other controller takes it for its own.',
  mirrors: 'apiextensions-apiserver/pkg/registry/customresource/validator.go: validateKubeFinalizerName',
  check({ apiVersion, kind, metadata }, at, report) {
    if (builtInSchema().kinds[`${apiVersion}/${kind}`] !== undefined) return;
    metadata?.finalizers?.forEach((name, index) => {
      if (name.includes('/') || STANDARD_FINALIZERS.has(name) || qualifiedNameProblem(name) !== undefined) return;
      const fix = `write its domain and a path: "${name.includes('.') ? name : 'example.com'}/finalizer"`;
      report(at.field('metadata').field('finalizers').item(index), `"${name}" may be that of another controller`, fix);
    });
  },
};
