import { Testing } from 'cdk8s';
import type { Construct } from 'constructs';
import {
  BatchJob,
  NodeAgent,
  ScheduledJob,
  WebService,
  type BatchJobProps,
  type WebServiceProps,
} from 'cdk8s-workloads';

class Api extends WebService {
  constructor(scope: Construct, id: string, props: WebServiceProps & { readonly team: string }) {
    const { team, ...rest } = props;
    super(scope, id, { ...rest, labels: { team } });
  }
}

class Migration extends BatchJob {
  constructor(scope: Construct, id: string, props: BatchJobProps) {
    super(scope, id, { rerunOnChange: true, ...props });
  }
}

class Logs extends NodeAgent {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      image: 'fluent/fluentd:v1.17',
      ports: { metrics: 24231 },
      probes: { readiness: { httpGet: { port: 'metrics' } } },
    });
  }
}

class Hourly extends ScheduledJob {
  constructor(scope: Construct, id: string, image: string) {
    super(scope, id, { schedule: '@hourly', job: { image } });
  }
}

export const chart = Testing.chart();
new Api(chart, 'api', { image: 'ghcr.io/shop/api:2.3.1', port: 8080, team: 'shop' });
new Migration(chart, 'migrate', { image: 'ghcr.io/shop/api:2.3.1' });
new Logs(chart, 'logs');
new Hourly(chart, 'report', 'ghcr.io/shop/report:1.9.0');
