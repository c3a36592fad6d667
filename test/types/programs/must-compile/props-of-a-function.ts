import { Testing } from 'cdk8s';
import type { Construct } from 'constructs';
import { WebService, type WebServiceProps } from 'cdk8s-workloads';

export const chart = Testing.chart();

function service(scope: Construct, name: string, version: string, props: Partial<WebServiceProps> = {}): WebService {
  const all = { image: `ghcr.io/shop/${name}:${version}`, port: 8080, ...props } as WebServiceProps;
  return new WebService(scope, name, all);
}

service(chart, 'api', '2.3.1', { replicas: 3 });
service(chart, 'admin', '1.0.0');
