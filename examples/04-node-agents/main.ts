// One pod on each node.
import { Chart } from 'cdk8s';
import { App, NodeAgent } from 'cdk8s-workloads';

const app = new App();
const chart = new Chart(app, 'node-agents', { namespace: 'agents' });

new NodeAgent(chart, 'daemonset-example', {
  image: 'busybox:1.37',
  user: 1000,
  args: ['tail', '-f', '/dev/null'],
  nodeSelector: { 'kubernetes.io/os': 'linux' },
});

// Reads the logs of all containers of its node. What it gets of the node is said in one place, with the reason.
new NodeAgent(chart, 'fluentd', {
  image: 'quay.io/fluentd_elasticsearch/fluentd:v2.5.2',
  nodes: 'every',
  host: {
    reason: 'reads the container logs of its node, which belong to root',
    root: true,
    paths: {
      '/var/log': { mountPath: '/var/log' },
      '/var/lib/docker/containers': { mountPath: '/var/lib/docker/containers' },
    },
  },
  resources: { requests: { cpu: '100m', memory: '200Mi' }, limits: { memory: '200Mi' } },
  terminationGracePeriodSeconds: 30,
});

// Measures the node itself: its network, its processes and its disks, all read-only, and not as root.
new NodeAgent(chart, 'node-exporter', {
  image: 'quay.io/prometheus/node-exporter:v1.9.1',
  user: 65534,
  args: ['--path.rootfs=/host', '--web.listen-address=:9100'],
  ports: { metrics: 9100 },
  nodes: 'every',
  host: {
    reason: 'measures the node',
    network: true,
    pid: true,
    paths: { '/': { mountPath: '/host', mountPropagation: 'HostToContainer' } },
  },
  priorityClassName: 'system-node-critical',
  updateStrategy: { rollingUpdate: { maxUnavailable: '10%' } },
  probes: { readiness: { httpGet: { path: '/', port: 'metrics' } } },
  resources: { requests: { cpu: '100m', memory: '32Mi' }, limits: { memory: '64Mi' } },
});

app.synth();
