import { groupOf } from '../../../manifest/object-key';
import type { ObjectRule } from '../../rule';

/** The groups whose objects keep the generation that they come with. In the others, the server begins to count. */
const KEEPING: ReadonlySet<string> = new Set([
  '',
  'autoscaling',
  'certificates.k8s.io',
  'coordination.k8s.io',
  'events.k8s.io',
  'node.k8s.io',
  'rbac.authorization.k8s.io',
  'storage.k8s.io',
]);
/** Kinds of other groups that do the same. */
const KEPT: ReadonlySet<string> = new Set(['ControllerRevision', 'IPAddress', 'ResourceClaimTemplate', 'ServiceCIDR']);
const COUNTED: ReadonlySet<string> = new Set(['Pod', 'PodTemplate', 'ReplicationController']);

export const generation: ObjectRule = {
  code: 'negative-generation',
  severity: 'error',
  on: 'every object',
  needs: ['ObjectMeta.generation'],
  summary: 'The generation of an object is not negative, because it counts changes; better leave it to the server.',
  mirrors: 'apimachinery/pkg/api/validation/objectmeta.go: validateObjectMetaAccessorWithOptsCommon',
  check({ apiVersion, kind, metadata }, at, report) {
    const { generation = 0 } = metadata ?? {};
    if (generation >= 0 || COUNTED.has(kind) || !(KEPT.has(kind) || KEEPING.has(groupOf(apiVersion)))) return;
    report(at.field('metadata').field('generation'), `${generation} is negative`, 'take it away');
  },
};
