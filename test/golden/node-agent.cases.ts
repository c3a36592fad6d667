import { NodeAgent } from 'cdk8s-workloads';
import type { GoldenCases } from './golden-cases';

export const nodeAgent: GoldenCases = {
  'nothing-of-the-node': (chart) =>
    new NodeAgent(chart, 'daemonset-example', {
      image: 'busybox:1.37',
      user: 1000,
      args: ['tail', '-f', '/dev/null'],
      nodeSelector: { 'kubernetes.io/os': 'linux' },
    }),

  'a-service-to-the-agent-of-the-same-node': (chart) =>
    new NodeAgent(chart, 'statsd', {
      image: 'prom/statsd-exporter:v0.28.0',
      ports: { statsd: { containerPort: 9125, protocol: 'UDP', port: 8125 }, metrics: 9102 },
      service: { internalTrafficPolicy: 'Local' },
      networkPolicy: { from: 'namespace', ports: { metrics: 'anywhere' } },
    }),

  fluentd: (chart) =>
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
    }).daemonSet,

  'node-exporter': (chart) =>
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
      probes: { readiness: { httpGet: { port: 'metrics' } } },
    }),

  'every-node': (chart) =>
    new NodeAgent(chart, 'time-keeper', {
      image: 'ghcr.io/example/time-keeper:2.0.1',
      user: 1000,
      nodes: 'every',
      updateStrategy: { rollingUpdate: { maxUnavailable: '10%' } },
      minReadySeconds: 10,
    }).daemonSet,

  'host-ports': (chart) =>
    new NodeAgent(chart, 'edge', {
      image: 'envoyproxy/envoy:v1.35.0',
      user: 101,
      ports: { http: 8080, https: 8443, dns: { containerPort: 5353, protocol: 'UDP' } },
      host: { reason: 'receives what comes to the node', ports: { http: 80, https: 443, dns: 53 } },
    }).daemonSet,

  permissions: (chart) => {
    const agent = new NodeAgent(chart, 'node-labels', {
      image: 'ghcr.io/example/node-labels:0.4.0',
      user: 1000,
      env: { NODE_NAME: { fieldRef: { fieldPath: 'spec.nodeName' } } },
      permissions: {
        namespace: [{ apiGroups: [''], resources: ['configmaps'], verbs: ['get', 'watch'] }],
        cluster: [{ apiGroups: [''], resources: ['nodes'], verbs: ['get', 'patch'] }],
      },
    });
    return ['ServiceAccount', 'Role', 'RoleBinding', 'ClusterRole', 'ClusterRoleBinding', 'DaemonSet'].map((id) =>
      agent.node.findChild(id),
    );
  },

  'privileged-network-plugin': (chart) =>
    new NodeAgent(chart, 'cni', {
      image: 'ghcr.io/example/cni:1.3.0',
      nodes: 'every',
      host: {
        reason: 'sets up the network of all pods',
        root: true,
        privileged: true,
        network: true,
        paths: {
          '/opt/cni/bin': { mountPath: '/opt/cni/bin', readOnly: false, type: 'DirectoryOrCreate' },
          '/run/netns': { mountPath: '/run/netns', readOnly: false, mountPropagation: 'Bidirectional' },
        },
      },
      priorityClassName: 'system-node-critical',
      updateStrategy: { type: 'OnDelete' },
    }).daemonSet,

  'host-paths-of-an-init-container': (chart) =>
    new NodeAgent(chart, 'cni', {
      image: 'ghcr.io/example/cni:1.3.0',
      user: 1000,
      host: {
        reason: 'installs a network plugin',
        paths: {
          '/opt/cni/bin': { readOnly: false },
          '/etc/cni/net.d': { name: 'networks', mountPath: '/etc/cni/net.d' },
        },
      },
      initContainers: {
        install: {
          image: 'ghcr.io/example/cni-plugins:1.8.0',
          command: ['cp', '/plugins/bridge', '/opt/cni/bin/'],
          mounts: {
            '/opt/cni/bin': { volume: 'host-opt-cni-bin', readOnly: false },
            '/etc/cni/net.d': { volume: 'networks' },
          },
          privilege: { reason: 'the plugins belong to root', root: true },
        },
      },
    }).daemonSet,

  'listens-on-localhost': (chart) =>
    new NodeAgent(chart, 'resolver', {
      image: 'ghcr.io/example/resolver:2.1.0',
      user: 1000,
      ports: { dns: { containerPort: 5353, protocol: 'UDP' }, health: 8080 },
      host: { reason: 'answers the DNS questions of its node', network: true },
      probes: {
        readiness: { httpGet: { host: '127.0.0.1', path: '/ready', port: 'health' } },
        liveness: { tcpSocket: { host: '127.0.0.1', port: 'health' } },
      },
    }).daemonSet,
};
