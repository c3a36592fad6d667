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
    ['has a Service only for ports', { service: {} }, 'service has no port to show: declare one in ports'],
    [
      'has a Service that can exist',
      { ports: { metrics: 9100 }, service: { name: 'Logs' } },
      'service.name "Logs" is not a DNS label that begins with a letter: use lower-case letters, digits and "-", begin with a letter and end with a letter or digit, such as "logs"',
    ],
    [
      'says who may connect to its ports, and to no others',
      { ports: { metrics: 9100 }, networkPolicy: { ports: { metric: [] } } },
      'networkPolicy.ports "metric" is not declared: add it to ports, or use 9100 ("metrics")',
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
      'is mounted to and fro only by a privileged container',
      { reason, paths: { '/run/netns': { mountPath: '/run/netns', mountPropagation: 'Bidirectional' } } },
      'host.paths["/run/netns"].mountPropagation "Bidirectional" is only for a privileged container: use "HostToContainer", or say why in host: { reason, privileged: true }',
    ],
    [
      'has volumes that are named by DNS labels',
      { reason, paths: { '/var/log': { name: 'host_logs' } } },
      'host.paths["/var/log"].name "host_logs" is not a DNS label: use lower-case letters, digits and "-", and begin and end with a letter or digit, such as "host-logs"',
    ],
    [
      'has volumes of names of their own',
      { reason, paths: { '/var/log': { name: 'logs' }, '/var/lib': { name: 'logs' } } },
      'host.paths["/var/lib"].name "logs" is the name of the volume of host.paths["/var/log"]: take another',
    ],
    [
      'has no part of a path at no path',
      { reason, paths: { '/var/log': { subPath: 'pods' } } },
      'host.paths["/var/log"].subPath "pods" is of the mount at mountPath, and there is none: say it where a container mounts the volume',
    ],
    [
      'has no propagation at no path',
      { reason, paths: { '/var/log': { mountPropagation: 'HostToContainer' } } },
      'host.paths["/var/log"].mountPropagation "HostToContainer" is of the mount at mountPath, and there is none: say it where a container mounts the volume',
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

  test('has a port of the node for each port of the agent', () => {
    const ports = { http: 8080, https: 8443, quic: { containerPort: 8443, protocol: 'UDP' } };
    const refusalOfPorts = (hostPorts: object): string => refusalOf({ ports, host: { reason, ports: hostPorts } });
    expect(refusalOfPorts({ http: 80, https: 80 })).toBe(
      'NodeAgent "shop/logs": host.ports.https 80 is host.ports.http already: take another',
    );
    expect(refusalOfPorts({ https: 443, quic: 443 })).toBe('');
  });

  test('has no volume of the name of the config files', () => {
    const config = { mountPath: '/etc/fluent', files: {} };
    expect(refusalOf({ config, host: { reason, paths: { '/etc/fluent': { name: 'config' } } } })).toContain(
      'host.paths["/etc/fluent"].name "config" is the name of the volume of the config files: take another',
    );
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

describe('a path of the node', () => {
  const reason = 'installs a network plugin';
  const sidecars = (mount: object): object => ({ install: { image, tmp: false, mounts: { '/bin': mount } } });

  function mountsOf(paths: object, mount: object): unknown {
    const props = { image, host: { reason, paths }, sidecars: sidecars(mount), tmp: false };
    const { daemonSet } = new NodeAgent(shop(), 'cni', unchecked(props));
    const { template } = (daemonSet.toJson() as { spec: { template: { spec: Record<string, unknown> } } }).spec;
    const [main, install] = ['containers', 'initContainers'].map((list) => {
      return (template.spec[list] as readonly { readonly volumeMounts?: unknown }[])[0]?.volumeMounts;
    });
    return { main, install, volumes: template.spec.volumes };
  }

  test('may be for other containers alone, which read it', () => {
    expect(mountsOf({ '/opt/cni/bin': {} }, { volume: 'host-opt-cni-bin' })).toEqual({
      main: undefined,
      install: [{ name: 'host-opt-cni-bin', mountPath: '/bin', readOnly: true }],
      volumes: [{ name: 'host-opt-cni-bin', hostPath: { path: '/opt/cni/bin' } }],
    });
  });

  test('is written by the main container, and by others that say so', () => {
    const paths = { '/opt/cni/bin': { name: 'plugins', mountPath: '/opt', readOnly: false } };
    const main = [{ name: 'plugins', mountPath: '/opt' }];
    const volumes = [{ name: 'plugins', hostPath: { path: '/opt/cni/bin' } }];
    expect(mountsOf(paths, { volume: 'plugins' })).toEqual({
      main,
      install: [{ name: 'plugins', mountPath: '/bin', readOnly: true }],
      volumes,
    });
    expect(mountsOf(paths, { volume: 'plugins', readOnly: false })).toEqual({
      main,
      install: [{ name: 'plugins', mountPath: '/bin' }],
      volumes,
    });
  });

  test('that is read-only is so for all', () => {
    const host = { reason, paths: { '/opt/cni/bin': {} } };
    const mount = { volume: 'host-opt-cni-bin', readOnly: false };
    expect(refusalOf({ host, sidecars: sidecars(mount) })).toBe(
      'NodeAgent "shop/logs": sidecars.install.mounts["/bin"].readOnly false is more than host.paths["/opt/cni/bin"] allows: give it readOnly: false, too, or leave it out here',
    );
  });

  test.each([
    [
      'sidecars',
      { sidecars: sidecars({ hostPath: { path: '/opt/cni/bin' } }) },
      'sidecars.install.mounts["/bin"].hostPath is a folder of the node: name it in host.paths: { "/opt/cni/bin": {} }, and mount { volume: "host-opt-cni-bin" }',
    ],
    [
      'mounts',
      { mounts: { '/logs': { hostPath: { path: '/var/log' } } } },
      'mounts["/logs"].hostPath is a folder of the node: name it in host.paths: { "/var/log": { mountPath: "/logs" } }',
    ],
    [
      'volumes',
      { volumes: { logs: { hostPath: { path: '/var/log' } } } },
      'volumes.logs.hostPath is a folder of the node: name it in host.paths: { "/var/log": { name: "logs" } }',
    ],
  ])('is not named in %s', (_prop, props, problem) => {
    expect(refusalOf(props)).toBe(`NodeAgent "shop/logs": ${problem}`);
  });
});

test.each([{ type: 'RollingUpdate' }, { type: 'RollingUpdate', rollingUpdate: undefined }] as const)(
  'a NodeAgent updates as Kubernetes does for %p',
  (updateStrategy) => {
    const { daemonSet } = new NodeAgent(shop(), 'logs', { image, updateStrategy });
    expect(daemonSet.toJson()).toMatchObject({ spec: { updateStrategy: { type: 'RollingUpdate' } } });
  },
);
