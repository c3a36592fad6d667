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
import { shop } from '../refusal';

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
  overrides: { ...sharedOverrides, daemonSet: touched, networkPolicy: touched },
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
  ['NodeAgent', (chart) => new NodeAgent(chart, 'logs', agent), 8],
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
