import { NodeAgent } from 'cdk8s-workloads';
import { refusal, shop, unchecked } from '../refusal';

const image = 'fluent/fluentd:v1.17';
const refusalOf = (props: object): string =>
  refusal((chart) => new NodeAgent(chart, 'logs', unchecked({ image, ...props })));

describe('a NodeAgent', () => {
  test.each([
    [
      'tolerates every taint, or those that it names',
      { nodes: 'every', tolerations: [] },
      'tolerations stand beside nodes "every", which tolerates all taints: leave one of them out',
    ],
    ['waits whole seconds', { minReadySeconds: -1 }, 'minReadySeconds -1 is not a whole number from 0'],
    ['keeps whole revisions', { revisionHistoryLimit: 0.5 }, 'revisionHistoryLimit 0.5 is not a whole number from 0'],
    [
      'replaces a pod at a time at least',
      { updateStrategy: { rollingUpdate: { maxUnavailable: 0 } } },
      'updateStrategy.rollingUpdate.maxUnavailable 0 lets no pod be replaced: allow at least one',
    ],
    [
      'surges by a pod at least',
      { updateStrategy: { rollingUpdate: { maxSurge: '0%' } } },
      'updateStrategy.rollingUpdate.maxSurge "0%" lets no pod be replaced: allow at least one',
    ],
    [
      'surges by no more than everything',
      { updateStrategy: { rollingUpdate: { maxSurge: '200%' } } },
      'updateStrategy.rollingUpdate.maxSurge "200%" is more than everything: use at most "100%"',
    ],
    [
      'surges or goes without',
      { updateStrategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 1 } } },
      'updateStrategy.rollingUpdate has maxUnavailable and maxSurge: give one of them',
    ],
    [
      'has a rolling update only when it rolls',
      { updateStrategy: { type: 'OnDelete', rollingUpdate: { maxSurge: 1 } } },
      'updateStrategy.rollingUpdate stands beside type "OnDelete": leave one of them out',
    ],
  ])('%s', (_sentence, props, problem) => {
    expect(refusalOf(props)).toBe(`NodeAgent "shop/logs": ${problem}`);
  });

  test('that surges says that no pod may be missing, because the API server takes only one of the two', () => {
    const agent = new NodeAgent(shop(), 'logs', { image, updateStrategy: { rollingUpdate: { maxSurge: 1 } } });
    expect(agent.daemonSet.toJson()).toMatchObject({
      spec: { updateStrategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } },
    });
  });
});

describe('the host of a NodeAgent', () => {
  const reason = 'reads the logs of its node';
  test.each([
    ['has a reason', { network: true }, 'host.reason is missing: say why the container needs it'],
    [
      'has absolute paths',
      { reason, paths: { 'var/log': { mountPath: '/var/log' } } },
      'host.paths "var/log" is not absolute: write "/var/log"',
    ],
    [
      'has paths that lead straight there',
      { reason, paths: { '/var/log/../lib': { mountPath: '/var/lib' } } },
      'host.paths "/var/log/../lib" has "..": write the path that it leads to',
    ],
    [
      'is seen at absolute paths',
      { reason, paths: { '/var/log': { mountPath: 'logs' } } },
      'host.paths["/var/log"].mountPath "logs" is not absolute: write "/logs"',
    ],
    [
      'is seen by folders inside of its paths',
      { reason, paths: { '/var/log': { mountPath: '/logs', subPath: '/pods' } } },
      'host.paths["/var/log"].subPath "/pods" is absolute: write it from the root of the volume, "pods"',
    ],
    [
      'is seen at paths of their own',
      { reason, paths: { '/var/log': { mountPath: '/logs' }, '/var/lib': { mountPath: '/logs' } } },
      'host.paths["/var/lib"].mountPath "/logs" is where host.paths["/var/log"] is mounted: take another path',
    ],
    [
      'has ports',
      { reason, ports: { metrics: 70000 } },
      'host.ports.metrics 70000 is not a port: use a whole number from 1 to 65535',
    ],
    [
      'has ports that the agent declares',
      { reason, ports: { metric: 9100 } },
      'host.ports "metric" is not declared: add it to the ports of the agent',
    ],
    [
      'has the same ports in its own network',
      { reason, network: true, ports: { metrics: 9200 } },
      "host.ports.metrics 9200 is not ports.metrics (9100): in the node's network they are one port, so leave it out",
    ],
  ])('%s', (_sentence, host, problem) => {
    expect(refusalOf({ host, ports: { metrics: 9100 } })).toBe(`NodeAgent "shop/logs": ${problem}`);
  });

  test('has a volume a path, whose name is free and fits', () => {
    const paths = ['/', '/var/log', '/var-log', `/${'x'.repeat(80)}`];
    const host = {
      reason,
      paths: Object.fromEntries(paths.map((path, index) => [path, { mountPath: `/host${index}` }])),
    };
    const { daemonSet } = new NodeAgent(shop(), 'logs', { image, host, tmp: false });
    expect(daemonSet.toJson()).toMatchObject({
      spec: {
        template: {
          spec: {
            volumes: [
              { name: 'host-root', hostPath: { path: '/' } },
              { name: 'host-var-log', hostPath: { path: '/var/log' } },
              { name: expect.stringMatching(/^host-var-log-[0-9a-f]{8}$/) as string, hostPath: { path: '/var-log' } },
              { name: expect.stringMatching(/^host-x{49}-[0-9a-f]{8}$/) as string },
            ],
          },
        },
      },
    });
  });

  test('gives its reason and those of other containers', () => {
    const sidecars = {
      tracer: { image, privilege: { reason: 'traces calls', capabilities: ['SYS_PTRACE'] as const } },
    };
    const { daemonSet } = new NodeAgent(shop(), 'logs', { image, sidecars, host: { reason, pid: true } });
    expect(daemonSet.metadata.toJson()).toMatchObject({
      annotations: {
        'cdk8s-workloads/privilege-reason': `${reason}; tracer: traces calls`,
        'ignore-check.kube-linter.io/host-pid': `${reason}; tracer: traces calls`,
        'polaris.fairwinds.com/dangerousCapabilities-exempt': 'true',
      },
    });
  });
});
