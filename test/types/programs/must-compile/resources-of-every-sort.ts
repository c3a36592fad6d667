import { Testing } from 'cdk8s';
import { BatchJob } from 'cdk8s-workloads';

export const chart = Testing.chart();

new BatchJob(chart, 'train', {
  image: 'ghcr.io/shop/train:1.0.0',
  resourceClaims: [{ name: 'gpu', resourceClaimTemplateName: 'one-gpu' }],
  resources: {
    claims: [{ name: 'gpu', request: 'fast' }],
    requests: { cpu: '500m', memory: '1Gi', 'ephemeral-storage': '1G', 'hugepages-2Mi': '128Mi' },
    limits: { memory: '1Gi', 'nvidia.com/gpu': 1, 'hugepages-2Mi': '128Mi' },
  },
});
