import { Testing } from 'cdk8s';
import { WebService } from 'cdk8s-workloads';

export const chart = Testing.chart();

new WebService(chart, 'api', {
  image: 'ghcr.io/shop/api:2.3.1',
  port: 8443,
  service: {
    type: 'LoadBalancer',
    port: 443,
    loadBalancerClass: 'service.k8s.aws/nlb',
    loadBalancerSourceRanges: ['10.0.0.0/8'],
    allocateLoadBalancerNodePorts: false,
    externalTrafficPolicy: 'Cluster',
  },
});
