import { Testing, type Chart } from 'cdk8s';
import {
  ApiResource,
  HorizontalPodAutoscaler,
  Metric,
  MetricTarget,
  NetworkPolicy,
  NetworkPolicyPort,
  Role,
  RoleBinding,
} from 'cdk8s-plus-28';
import { BatchJob, NodeAgent, StatefulDatabase, WebService } from 'cdk8s-workloads';
import { shop } from '../refusal';

const image = 'ghcr.io/shop/api:2.3.1';

interface Printed {
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

function printed(chart: Chart, kind: string): readonly Printed[] {
  return (Testing.synth(chart) as Printed[]).filter((object) => object.kind === kind);
}

test('a workload is the pods, and a peer, of a NetworkPolicy of cdk8s-plus', () => {
  const chart = shop();
  const orders = new StatefulDatabase(chart, 'orders', { image, user: 999, networkPolicy: false });
  const migrate = new BatchJob(chart, 'migrate', { image });
  new NetworkPolicy(chart, 'policy', { selector: orders }).addIngressRule(migrate, [NetworkPolicyPort.tcp(5432)]);
  expect(printed(chart, 'NetworkPolicy')).toMatchObject([
    {
      spec: {
        podSelector: { matchLabels: orders.podLabels },
        ingress: [{ from: [{ podSelector: { matchLabels: migrate.podLabels } }], ports: [{ port: 5432 }] }],
      },
    },
  ]);
});

test('a workload is a subject of a RoleBinding of cdk8s-plus', () => {
  const chart = shop();
  const role = new Role(chart, 'reader');
  role.allowRead(ApiResource.PODS);
  const logs = new NodeAgent(chart, 'logs', { image });
  new RoleBinding(chart, 'readers', { role }).addSubjects(logs);
  expect(printed(chart, 'RoleBinding')).toMatchObject([
    { subjects: [{ kind: 'ServiceAccount', name: 'logs', namespace: 'shop' }] },
  ]);
});

test('a workload without a namespace is a subject without one', () => {
  const logs = new NodeAgent(Testing.chart(), 'logs', { image, serviceAccount: 'shared' });
  expect(logs.toSubjectConfiguration()).toEqual({ kind: 'ServiceAccount', apiGroup: '', name: 'shared' });
});

describe('an autoscaler of cdk8s-plus', () => {
  const metrics = [Metric.resourceCpu(MetricTarget.averageUtilization(70))];

  test('scales a WebService, and takes its replicas away', () => {
    const chart = shop();
    const api = new WebService(chart, 'api', { image, port: 8080, replicas: 2 });
    new HorizontalPodAutoscaler(chart, 'autoscaler', { target: api, maxReplicas: 5, metrics });
    expect(printed(chart, 'HorizontalPodAutoscaler')).toMatchObject([
      { spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'api' }, maxReplicas: 5 } },
    ]);
    expect(printed(chart, 'Deployment')[0]).not.toHaveProperty('spec.replicas');
  });

  test('does not scale a WebService that has one already', () => {
    const chart = shop();
    const scale = { minReplicas: 1, maxReplicas: 2, cpuUtilization: 70 };
    const target = new WebService(chart, 'api', { image, port: 8080, scale, resources: { requests: { cpu: 1 } } });
    expect(() => new HorizontalPodAutoscaler(chart, 'autoscaler', { target, maxReplicas: 5, metrics })).toThrow(
      'WebService "shop/api": scale stands beside another autoscaler of this WebService: leave one of them out',
    );
  });

  test('scales a StatefulDatabase that says no replicas', () => {
    const chart = shop();
    const target = new StatefulDatabase(chart, 'cache', { image, user: 999 });
    new HorizontalPodAutoscaler(chart, 'autoscaler', { target, maxReplicas: 5, metrics });
    expect(printed(chart, 'HorizontalPodAutoscaler')).toMatchObject([
      { spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'cache' } } },
    ]);
  });
});
