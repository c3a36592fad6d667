import { Chart, Testing } from 'cdk8s';
import { ConfigMap } from 'cdk8s-plus-28';
import { BatchJob, InvalidPropsError, NodeAgent, ScheduledJob, StatefulDatabase, WebService } from 'cdk8s-workloads';
import { refusal, unchecked } from '../refusal';

const image = 'ghcr.io/shop/api:2.3.1';
const long = (length: number): string => 'n'.repeat(length);

describe('the name of a workload', () => {
  const notALabel =
    'is not a DNS label: use lower-case letters, digits and "-", and begin and end with a letter or digit';
  test.each([
    ['StatefulDatabase', 'Orders', `${notALabel}, such as "orders"`],
    ['StatefulDatabase', 'orders.v2', `${notALabel}, such as "orders-v2"`],
    [
      'StatefulDatabase',
      '1orders',
      'is not a DNS label that begins with a letter: use lower-case letters, digits and "-", begin with a letter and end with a letter or digit',
    ],
    [
      'StatefulDatabase',
      long(53),
      'has 53 characters; the name of a StatefulSet holds 52, because its pods have a label of it and 11 characters more: shorten it',
    ],
    [
      'WebService',
      'api_v2',
      'is not a DNS subdomain: use lower-case letters, digits, "-" and ".", and begin and end each part with a letter or digit, such as "api-v2"',
    ],
    [
      'WebService',
      'api.v2',
      'is not a DNS label that begins with a letter: use lower-case letters, digits and "-", begin with a letter and end with a letter or digit, such as "api-v2"',
    ],
    ['WebService', long(64), 'has 64 characters; a DNS label that begins with a letter holds 63: shorten it'],
    ['NodeAgent', long(64), 'has 64 characters; it is a label of its pods, and a label value holds 63: shorten it'],
    [
      'BatchJob',
      long(64),
      'has 64 characters; the name of a Job holds 63, because it is a label of its pods: shorten it',
    ],
    [
      'ScheduledJob',
      long(53),
      'has 53 characters; the name of a CronJob holds 52, because its Jobs are named by it and 11 characters more: shorten it',
    ],
  ] as const)('of a %s must fit: %s', (kind, name, problem) => {
    expect(refusal((chart) => make(kind, chart, name))).toBe(
      `${kind} "shop/${name}": id ${JSON.stringify(name)} ${problem}`,
    );
    expect(refusal((chart) => make(kind, chart, 'id', name))).toBe(
      `${kind} "shop/id": name ${JSON.stringify(name)} ${problem}`,
    );
  });

  test.each([
    ['StatefulDatabase', long(52)],
    ['WebService', long(63)],
    ['NodeAgent', 'logs.v2'],
    ['NodeAgent', `${long(31)}.${long(31)}`],
    ['BatchJob', long(63)],
    ['ScheduledJob', long(52)],
  ] as const)('of a %s may be %s', (kind, name) => {
    expect(refusal((chart) => make(kind, chart, name))).toBe('');
  });
});

function make(kind: string, chart: Chart, id: string, name?: string): unknown {
  const makers: Record<string, () => unknown> = {
    StatefulDatabase: () => new StatefulDatabase(chart, id, { name, image, user: 999 }),
    WebService: () => new WebService(chart, id, { name, image, port: 8080 }),
    NodeAgent: () => new NodeAgent(chart, id, { name, image }),
    BatchJob: () => new BatchJob(chart, id, { name, image }),
    ScheduledJob: () => new ScheduledJob(chart, id, { name, schedule: '@daily', job: { image } }),
  };
  return makers[kind]?.();
}

describe('a workload', () => {
  const labelHow = 'use letters, digits, "-", "_" and ".", and begin and end with a letter or digit';
  test.each([
    [
      'has a container name that is a DNS label',
      { containerName: 'main.container' },
      'containerName "main.container" is not a DNS label: use lower-case letters, digits and "-", and begin and end with a letter or digit, such as "main-container"',
    ],
    [
      'has labels that can exist',
      { labels: { 'the team': 'shop' } },
      `labels "the team" is not the name of a label: ${labelHow}`,
    ],
    [
      'has labels with a prefix that can exist',
      { labels: { 'Shop!/team': 'shop' } },
      'labels "Shop!/team" has a prefix before "/" that is not a DNS subdomain: use lower-case letters, digits, "-" and ".", and begin and end each part with a letter or digit, such as "shop"',
    ],
    [
      'has values of labels that can exist',
      { labels: { team: 'the shop' } },
      `labels.team "the shop" is not a label value: ${labelHow}`,
    ],
    [
      'keeps the labels that select its pods',
      { labels: { 'app.kubernetes.io/name': 'x' } },
      'labels "app.kubernetes.io/name" is set by the construct, because selectors use it: take another label',
    ],
    [
      'keeps them on its pods, too',
      { podLabels: { 'app.kubernetes.io/component': 'x' } },
      'podLabels "app.kubernetes.io/component" is set by the construct, because selectors use it: take another label',
    ],
    [
      'has annotations that can exist',
      { annotations: { 'a b': '' } },
      `annotations "a b" is not the name of a label: ${labelHow}`,
    ],
    [
      'has annotations of its pods that can exist',
      { podAnnotations: { '': '' } },
      `podAnnotations "" is empty: ${labelHow}`,
    ],
    [
      'has a ServiceAccount that can exist',
      { serviceAccount: 'Api' },
      'serviceAccount "Api" is not a DNS subdomain: use lower-case letters, digits, "-" and ".", and begin and end each part with a letter or digit, such as "api"',
    ],
  ])('%s', (_sentence, props, problem) => {
    expect(refusal((chart) => new BatchJob(chart, 'job', { image, ...props }))).toBe(`BatchJob "shop/job": ${problem}`);
  });

  test('takes no ConfigMap for its ServiceAccount', () => {
    const text = refusal((chart) => {
      const settings = new ConfigMap(chart, 'settings', { metadata: { name: 'settings' } });
      return new BatchJob(chart, 'job', { image, serviceAccount: settings });
    });
    expect(text).toBe(
      'BatchJob "shop/job": serviceAccount "settings" is a ConfigMap: give a ServiceAccount, or its name',
    );
  });

  test('makes its ServiceAccount when the name of one is undefined', () => {
    const job = new BatchJob(Testing.chart(), 'job', { image, serviceAccount: { name: undefined } });
    expect(job.serviceAccountName).toBe('job');
    expect(job.node.tryFindChild('ServiceAccount')).toBeDefined();
  });

  test('has rights in the whole cluster only in a namespace', () => {
    const permissions = { cluster: [{ apiGroups: [''], resources: ['nodes'], verbs: ['list'] }] };
    const make = (): unknown => new BatchJob(Testing.chart(), 'job', { image, permissions });
    expect(make).toThrow(
      'BatchJob "test/job": permissions.cluster need a namespace, because the ClusterRoleBinding names it: give the chart one',
    );
  });
});

describe('an InvalidPropsError', () => {
  test('tells all problems at once', () => {
    const props = { image: 'postgres', user: 0, replicas: -1, storage: { mountPath: 'data', size: '10GB' } };
    expect(refusal((chart) => new StatefulDatabase(chart, 'Orders', unchecked(props)))).toBe(
      [
        'StatefulDatabase "shop/Orders" has 6 problems:',
        '  id "Orders" is not a DNS label: use lower-case letters, digits and "-", and begin and end with a letter or digit, such as "orders"',
        '  image "postgres" has no tag: pin one, such as "postgres:1.2.3"',
        '  user 0 is root: say why in privilege: { reason, root: true }, or use the id that the image runs as',
        '  replicas -1 is not a whole number from 0',
        '  storage.mountPath "data" is not absolute: write "/data"',
        '  storage.size "10GB" has the unit "GB": write "10G" (10^9) or "10Gi" (2^30)',
      ].join('\n'),
    );
  });

  test('has a code, its subject and its problems', () => {
    const make = (): unknown => new BatchJob(Testing.chart(), 'job', { image: 'api' });
    expect(make).toThrow(InvalidPropsError);
    expect(make).toThrow(
      expect.objectContaining({
        name: 'InvalidPropsError',
        code: 'INVALID_PROPS',
        subject: 'BatchJob "test/job"',
        problems: [{ prop: 'image', value: 'api', phrase: 'has no tag: pin one, such as "api:1.2.3"' }],
      }) as Error,
    );
  });

  test('names the whole path of the construct', () => {
    const chart = new Chart(new Chart(Testing.app(), 'outer'), 'inner');
    expect(() => new BatchJob(chart, 'job', { image: 'api' })).toThrow(
      'BatchJob "outer/inner/job": image "api" has no tag',
    );
  });
});
