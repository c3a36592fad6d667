import { Testing } from 'cdk8s';
import { HorizontalPodAutoscaler, Metric, MetricTarget, type IScalable } from 'cdk8s-plus-28';
import { StatefulDatabase, WebService } from 'cdk8s-workloads';

export const chart = Testing.chart();
const targets: Record<string, IScalable> = {
  api: new WebService(chart, 'api', { image: 'ghcr.io/shop/api:2.3.1', port: 8080, replicas: 2 }),
  cache: new StatefulDatabase(chart, 'cache', { image: 'redis:7.2.5', user: 999, port: 6379 }),
};

for (const [name, target] of Object.entries(targets)) {
  new HorizontalPodAutoscaler(chart, `${name}-autoscaler`, {
    target,
    maxReplicas: 5,
    metrics: [Metric.resourceCpu(MetricTarget.averageUtilization(70))],
  });
}
