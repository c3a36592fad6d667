import type { Chart } from 'cdk8s';
import { ApiObject, JsonPatch, Testing } from 'cdk8s';
import {
  BatchJob,
  NodeAgent,
  ScheduledJob,
  StatefulDatabase,
  WebService,
  type BatchJobProps,
  type NodeAgentProps,
  type ScheduledJobProps,
  type StatefulDatabaseProps,
  type WebServiceProps,
} from 'cdk8s-workloads';
import type { Construct } from 'constructs';
import { refusal, shop, unchecked } from '../refusal';

const image = 'ghcr.io/shop/api:2.3.1';
const rule = { apiGroups: [''], resources: ['pods'], verbs: ['get'] };
const shared = {
  permissions: { namespace: [rule], cluster: [rule] },
  config: { mountPath: '/etc/app', files: { 'app.conf': 'x' } },
} as const;
const touched = { metadata: { annotations: { touched: 'yes' } } } as const;
const sharedOverrides = {
  serviceAccount: touched,
  role: touched,
  roleBinding: touched,
  clusterRole: touched,
  clusterRoleBinding: touched,
  configMap: touched,
} as const;

const database: StatefulDatabaseProps = {
  ...shared,
  image,
  user: 999,
  port: 5432,
  replicas: 2,
  backup: { schedule: '@daily', command: ['dump'], volume: { mountPath: '/backup', size: '1Gi' } },
  overrides: {
    ...sharedOverrides,
    statefulSet: touched,
    service: touched,
    headlessService: touched,
    podDisruptionBudget: touched,
    networkPolicy: touched,
    backupVolume: touched,
    backup: { cronJob: touched, serviceAccount: touched },
  },
};
const web: WebServiceProps = {
  ...shared,
  image,
  port: 8080,
  scale: { minReplicas: 2, maxReplicas: 3, cpuUtilization: 70 },
  resources: { requests: { cpu: 1 } },
  ingress: { host: 'shop.example.com' },
  overrides: {
    ...sharedOverrides,
    deployment: touched,
    service: touched,
    ingress: touched,
    horizontalPodAutoscaler: touched,
    podDisruptionBudget: touched,
    networkPolicy: touched,
  },
};
const agent: NodeAgentProps = {
  ...shared,
  image,
  ports: { metrics: 9100 },
  service: {},
  overrides: { ...sharedOverrides, daemonSet: touched, service: touched, networkPolicy: touched },
};
const job: BatchJobProps = { ...shared, image, overrides: { ...sharedOverrides, job: touched } };
const scheduled: ScheduledJobProps = {
  schedule: '@daily',
  job: { ...shared, image },
  overrides: { ...sharedOverrides, cronJob: touched },
};

const workloads: readonly [string, (chart: Chart) => Construct, number][] = [
  ['StatefulDatabase', (chart) => new StatefulDatabase(chart, 'orders', database), 14],
  ['WebService', (chart) => new WebService(chart, 'api', web), 12],
  ['NodeAgent', (chart) => new NodeAgent(chart, 'logs', agent), 9],
  ['BatchJob', (chart) => new BatchJob(chart, 'job', job), 7],
  ['ScheduledJob', (chart) => new ScheduledJob(chart, 'report', scheduled), 7],
];

describe.each(workloads)('each object of a %s', (_name, make, count) => {
  const objectsOf = (construct: Construct): readonly ApiObject[] =>
    construct.node.findAll().filter((each): each is ApiObject => each instanceof ApiObject);

  test('can be overridden, and the override is what is printed', () => {
    const chart = shop();
    make(chart);
    const printed = Testing.synth(chart) as unknown[];
    expect(printed).toHaveLength(count);
    for (const manifest of printed) expect(manifest).toMatchObject(touched);
  });

  test('can be patched, in any field, and the patch is what is printed', () => {
    const chart = shop();
    const objects = objectsOf(make(chart));
    for (const object of objects) object.addJsonPatch(JsonPatch.add('/fieldOfTomorrow', { some: ['value'] }));
    const printed = Testing.synth(chart) as unknown[];
    expect(printed).toHaveLength(count);
    for (const manifest of printed) expect(manifest).toMatchObject({ fieldOfTomorrow: { some: ['value'] } });
  });
});

describe('an override', () => {
  test('is merged in by the names of containers, volumes, variables and ports', () => {
    const orders = new StatefulDatabase(shop(), 'orders', {
      image,
      user: 999,
      port: 5432,
      env: { A: 'a', B: 'b' },
      command: ['run'],
      overrides: {
        statefulSet: {
          spec: {
            template: {
              spec: {
                containers: [
                  {
                    name: 'orders',
                    command: null,
                    env: [{ name: 'B', value: 'c' }],
                    ports: [{ name: 'db', hostPort: 5432 }],
                  },
                  { name: 'late', image },
                ],
                volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '1Gi' } }],
              },
            },
          },
        },
      },
    });
    const { spec } = (orders.statefulSet.toJson() as { spec: { template: { spec: unknown } } }).spec.template;
    expect(spec).toMatchObject({
      containers: [
        {
          name: 'orders',
          image,
          env: [
            { name: 'A', value: 'a' },
            { name: 'B', value: 'c' },
          ],
          ports: [{ name: 'db', containerPort: 5432, hostPort: 5432 }],
        },
        { name: 'late', image },
      ],
      volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '1Gi' } }],
    });
    expect(spec).not.toHaveProperty('containers.0.command');
  });

  test('of replicas is what an autoscaler of cdk8s-plus takes away', () => {
    const overrides = { statefulSet: { spec: { replicas: 3 } } };
    const orders = new StatefulDatabase(shop(), 'orders', { image, user: 999, overrides });
    expect(orders.toScalingTarget()).toMatchObject({ kind: 'StatefulSet', name: 'orders', replicas: 3 });
    orders.markHasAutoscaler();
    orders.markHasAutoscaler();
    expect(orders.statefulSet.toJson()).not.toHaveProperty('spec.replicas');
    expect([orders.hasAutoscaler, orders.toScalingTarget().replicas]).toEqual([true, undefined]);
  });
});

describe('an override that would leave something behind', () => {
  const config = { mountPath: '/etc/app', files: { 'app.conf': 'x' } };
  const database = { image, user: 999, port: 5432, config };
  test.each([
    ['service', 'name', 'is what other objects refer to: use service.name'],
    ['headlessService', 'name', 'is what other objects refer to: use headlessServiceName'],
    ['statefulSet', 'name', 'is what other objects refer to: use name'],
    ['configMap', 'name', 'is what other objects refer to: use name'],
    ['serviceAccount', 'name', 'is what other objects refer to: use serviceAccount, with the name of one that exists'],
    ['service', 'namespace', 'is where other objects look for it: give the chart the namespace'],
  ])('of a %s, its %s, is refused', (object, field, problem) => {
    const overrides = { [object]: { metadata: { [field]: 'y' } } };
    const make = (chart: Chart) => new StatefulDatabase(chart, 'orders', { ...database, overrides });
    expect(refusal(make)).toBe(`StatefulDatabase "shop/orders": overrides.${object}.metadata.${field} "y" ${problem}`);
  });

  test('of a backup is refused by the backup', () => {
    const overrides = { backup: { cronJob: { metadata: { name: 'y' } } } };
    const backup = { schedule: '@daily', command: ['dump'] } as const;
    const make = (chart: Chart) => new StatefulDatabase(chart, 'orders', { ...database, backup, overrides });
    expect(refusal(make)).toBe(
      'ScheduledJob "shop/orders/Backup": overrides.cronJob.metadata.name "y" is what other objects refer to: use name',
    );
  });
});

describe('an override of an object that is not made', () => {
  const notMade = (object: string, wayOut: string): string =>
    `overrides.${object} is for an object that is not made: ${wayOut}`;
  test.each([
    ['ingress', {}, 'give ingress'],
    ['horizontalPodAutoscaler', {}, 'give scale'],
    ['podDisruptionBudget', {}, 'give podDisruptionBudget, or more than one replica'],
    ['podDisruptionBudget', { replicas: 2, podDisruptionBudget: false }, 'leave out podDisruptionBudget: false'],
    ['networkPolicy', { networkPolicy: false }, 'leave out networkPolicy: false'],
    ['service', { service: false }, 'leave out service: false'],
    ['configMap', {}, 'give config'],
    ['serviceAccount', { serviceAccount: 'api' }, 'leave out serviceAccount, which names one that exists'],
    ['role', {}, 'give permissions.namespace'],
    ['roleBinding', {}, 'give permissions.namespace'],
    ['clusterRole', {}, 'give permissions.cluster'],
    ['clusterRoleBinding', {}, 'give permissions.cluster'],
  ])('is refused, as %s is', (object, props, wayOut) => {
    const overrides = { [object]: { metadata: { labels: { a: 'b' } } } };
    const all = unchecked({ image, port: 8080, ...props, overrides });
    expect(refusal((chart) => new WebService(chart, 'api', all))).toBe(
      `WebService "shop/api": ${notMade(object, wayOut)}`,
    );
  });

  test.each([
    ['service', {}, 'give a port'],
    ['backup', {}, 'give backup'],
    ['backupVolume', { backup: { schedule: '@daily', command: ['dump'] } }, 'give backup.volume'],
  ])('is refused in a database, as %s is', (object, props, wayOut) => {
    const all = unchecked({ image, user: 999, ...props, overrides: { [object]: {} } });
    expect(refusal((chart) => new StatefulDatabase(chart, 'orders', all))).toBe(
      `StatefulDatabase "shop/orders": ${notMade(object, wayOut)}`,
    );
  });

  test.each([
    ['service', {}, 'give service'],
    [
      'networkPolicy',
      { host: { reason: 'x', network: true } },
      "leave it out, because no policy reaches the node's network",
    ],
  ])('is refused in an agent, as %s is', (object, props, wayOut) => {
    const all = unchecked({ image, ...props, overrides: { [object]: {} } });
    expect(refusal((chart) => new NodeAgent(chart, 'logs', all))).toBe(
      `NodeAgent "shop/logs": ${notMade(object, wayOut)}`,
    );
  });

  test('may be undefined', () => {
    const props = { image, port: 8080, overrides: { ingress: undefined } };
    expect(refusal((chart) => new WebService(chart, 'api', props))).toBe('');
  });
});

describe('an override of a container', () => {
  const sidecars = { proxy: { image: 'envoyproxy/envoy:v1.35.0' } };
  const refusalOf = (spec: object): string => {
    const overrides = { deployment: { spec: { template: { spec } } } };
    return refusal((chart) => new WebService(chart, 'api', unchecked({ image, port: 8080, sidecars, overrides })));
  };
  const at = 'WebService "shop/api": overrides.deployment.spec.template.spec.';
  test.each([
    [
      'that is misspelt',
      { containers: [{ name: 'apj', stdinOnce: true }] },
      'containers[0].name "apj" is no container of this list, and a new one needs an image: did you mean "api"',
    ],
    [
      'that is in the other list',
      { containers: [{ name: 'proxy', stdinOnce: true }] },
      'containers[0].name "proxy" is no container of this list, and a new one needs an image: use "api"',
    ],
    [
      'without a name',
      { initContainers: [{ stdinOnce: true }] },
      'initContainers[0].name is no container of this list, and a new one needs an image: use "proxy"',
    ],
    [
      'that takes its image away',
      { containers: [{ name: 'api', image: null }] },
      'containers[0].image is taken away: a container needs one',
    ],
  ])('%s is refused', (_sentence, spec, problem) => {
    expect(refusalOf(spec)).toBe(at + problem);
  });

  test('in the template of a CronJob is checked too', () => {
    const initContainers = [{ name: 'wait', stdinOnce: true }];
    const cronJob = { spec: { jobTemplate: { spec: { template: { spec: { initContainers } } } } } };
    const props = { schedule: '@daily', job: { image }, overrides: { cronJob } } as const;
    expect(refusal((chart) => new ScheduledJob(chart, 'report', props))).toBe(
      'ScheduledJob "shop/report": overrides.cronJob.spec.jobTemplate.spec.template.spec.initContainers[0].name "wait" ' +
        'is a new container, which needs an image: give it one',
    );
  });

  test('may add one that has an image', () => {
    expect(refusalOf({ containers: [{ name: 'twin', image }] })).toBe('');
  });
});
