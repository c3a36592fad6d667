import { Testing } from 'cdk8s';
import { NodeAgent } from 'cdk8s-workloads';

export const chart = Testing.chart();

new NodeAgent(chart, 'logs', {
  image: 'quay.io/fluentd_elasticsearch/fluentd:v2.5.2',
  nodes: 'every',
  host: {
    reason: 'reads the container logs of its node',
    paths: {
      '/var/log': { mountPath: '/var/log' },
      '/var/lib/docker/containers': { mountPath: '/var/lib/docker/containers', type: 'Directory', readOnly: true },
      '/var/lib/fluentd': { mountPath: '/buffer', type: 'DirectoryOrCreate', readOnly: false, subPath: 'buffer' },
      '/opt/cni/bin': { readOnly: false },
      '/etc/cni/net.d': { name: 'networks' },
    },
    root: true,
    capabilities: ['DAC_READ_SEARCH', 'CHECKPOINT_RESTORE'],
  },
  initContainers: {
    install: {
      image: 'ghcr.io/example/cni:1.8.0',
      mounts: { '/bin': { volume: 'host-opt-cni-bin', readOnly: false }, '/etc/cni': { volume: 'networks' } },
    },
  },
  resources: { requests: { cpu: '50m', memory: '200Mi' }, limits: { memory: '200Mi' } },
});
