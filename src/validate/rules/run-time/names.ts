import type { Rule } from '../../rule';

// The history of a DaemonSet is kept in objects named "<name>-<10-character hash>", and a name holds 253.
const MAX_DAEMON_SET = 242;

export const daemonSetName: Rule<'DaemonSet'> = {
  code: 'daemon-set-name-length',
  severity: 'warning',
  on: 'DaemonSet',
  summary: 'The name of a DaemonSet has at most 242 characters, because its revisions have 11 more.',
  mirrors: 'pkg/controller/daemon/update.go: snapshot',
  check({ metadata }, at, report) {
    const { length } = metadata?.name ?? '';
    if (length <= MAX_DAEMON_SET || length > 253) return;
    const message = `has ${length} characters; ${MAX_DAEMON_SET} are the most with which revisions can be made`;
    report(at.field('metadata').field('name'), message, 'shorten it');
  },
};

export const dottedName: Rule<'CronJob' | 'Deployment' | 'Job' | 'Pod' | 'ReplicaSet'> = {
  code: 'dotted-workload-name',
  severity: 'warning',
  on: ['CronJob', 'Deployment', 'Job', 'Pod', 'ReplicaSet'],
  summary:
    'The name of a workload or a pod has no dots, because it is in the host names of pods, which are cut or surprising then.',
  mirrors: 'pkg/registry/apps/deployment/strategy.go: WarningsOnCreate',
  check({ metadata }, at, report) {
    const { name = '' } = metadata ?? {};
    if (!name.includes('.')) return;
    report(at.field('metadata').field('name'), `${JSON.stringify(name)} has a dot`, 'write "-" instead');
  },
};
