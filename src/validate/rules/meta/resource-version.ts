import type { ObjectRule } from '../../rule';

/** A warning only, because the server says so at the very end, and in a dry run not at all. */
export const resourceVersion: ObjectRule = {
  code: 'resource-version',
  severity: 'warning',
  on: 'every object',
  needs: ['ObjectMeta.resourceVersion'],
  summary:
    'A manifest has no resourceVersion: with one that is not the newest an update is refused, and a creation drops or refuses it.',
  mirrors: 'apiserver/pkg/storage/etcd3/store.go: Create',
  check({ metadata }, at, report) {
    const { resourceVersion = '' } = metadata ?? {};
    if (resourceVersion === '' || resourceVersion === '0') return;
    report(at.field('metadata').field('resourceVersion'), `"${resourceVersion}" is from a cluster`, 'take it away');
  },
};
