import { BatchJob, NodeAgent, ScheduledJob, StatefulDatabase, WebService } from 'cdk8s-workloads';
import { refusal, unchecked } from '../refusal';
import { workloads } from './full-props';

const image = 'ghcr.io/shop/api:2.3.1';
const webRefusal = (props: object): string =>
  refusal((chart) => new WebService(chart, 'api', unchecked({ image, port: 8080, ...props })));
const databaseRefusal = (props: object): string =>
  refusal((chart) => new StatefulDatabase(chart, 'orders', unchecked({ image, user: 999, ...props })));

describe('a prop that there is not', () => {
  test.each([
    ['misspelt', { replica: 3 }, 'replica is not known: did you mean "replicas"'],
    ['too long', { environment: {} }, 'environment is not known: did you mean "env"'],
    ['of another program', { helmChart: 'x' }, 'helmChart is not known: leave it out'],
    ["in a pod's words", { livenessProbe: {} }, 'livenessProbe is not known: use probes.liveness'],
    ['of a node', { hostNetwork: true }, 'hostNetwork is not known: only a NodeAgent has it, as host.network'],
    [
      'in an ingress',
      { ingress: { host: 'a.b', tls: true } },
      'ingress.tls is not known: did you mean "tlsSecretName"',
    ],
    ['in probes', { probes: { rediness: {} } }, 'probes.rediness is not known: did you mean "readiness"'],
    [
      'in a probe',
      { probes: { readiness: { httpGet: { port: 8080, pth: '/' } } } },
      'probes.readiness.httpGet.pth is not known: did you mean "path"',
    ],
    ['in resources', { resources: { limit: {} } }, 'resources.limit is not known: did you mean "limits"'],
    ['in overrides', { overrides: { deploymnt: {} } }, 'overrides.deploymnt is not known: did you mean "deployment"'],
    [
      'in a sidecar',
      { sidecars: { proxy: { image, comand: ['run'] } } },
      'sidecars.proxy.comand is not known: did you mean "command"',
    ],
    [
      'in a mount',
      { mounts: { '/a': { emptyDir: {}, readonly: true } } },
      'mounts["/a"].readonly is not known: did you mean "readOnly"',
    ],
    [
      'in a port',
      { ports: { a: { containerPort: 90, proto: 'UDP' } } },
      'ports.a.proto is not known: did you mean "protocol"',
    ],
    ['in a service', { service: { typ: 'NodePort' } }, 'service.typ is not known: did you mean "type"'],
    ['in a privilege', { privilege: { reason: 'x', rot: true } }, 'privilege.rot is not known: did you mean "root"'],
    [
      'in a scale',
      { scale: { minReplicas: 1, maxReplicas: 2, cpu: 70 } },
      'scale.cpu is not known: did you mean "cpuUtilization"',
    ],
  ])('%s is refused', (_sentence, props, problem) => {
    expect(webRefusal(props)).toBe(`WebService "shop/api": ${problem}`);
  });

  test('is told although another is missing for it', () => {
    expect(refusal((chart) => new WebService(chart, 'api', unchecked({ image, prot: 8080 })))).toBe(
      'WebService "shop/api": prot is not known: did you mean "port"',
    );
  });

  test('is told with all others', () => {
    expect(databaseRefusal({ storages: {}, storage: { mountPath: '/a', size: '1Gi', storageClass: 'fast' } })).toBe(
      'StatefulDatabase "shop/orders" has 2 problems:\n' +
        '  storages is not known: did you mean "storage"\n' +
        '  storage.storageClass is not known: did you mean "storageClassName"',
    );
  });

  test('is refused in a backup', () => {
    expect(databaseRefusal({ backup: { schedule: '@daily', command: ['dump'], timezone: 'UTC' } })).toBe(
      'StatefulDatabase "shop/orders": backup.timezone is not known: did you mean "timeZone"',
    );
  });

  test('may be undefined', () => {
    expect(webRefusal({ replica: undefined, probes: { rediness: undefined } })).toBe('');
  });

  test('is told where it is in another place', () => {
    const job = { image, completions: 3, ttl: 60 };
    expect(refusal((chart) => new BatchJob(chart, 'job', unchecked(job)))).toBe(
      'BatchJob "shop/job" has 2 problems:\n' +
        '  completions is not known: use completion: { mode: "Count", completions }\n' +
        '  ttl is not known: use ttlSecondsAfterFinished',
    );
    const scheduled = { schedule: '@daily', args: ['a'], job: { image, timeZone: 'UTC' } };
    expect(refusal((chart) => new ScheduledJob(chart, 'job', unchecked(scheduled)))).toBe(
      'ScheduledJob "shop/job" has 2 problems:\n' +
        '  args is not known: give it in job\n' +
        '  job.timeZone is not known: give it beside job',
    );
    expect(refusal((chart) => new NodeAgent(chart, 'logs', unchecked({ image, hostNetwork: true })))).toBe(
      'NodeAgent "shop/logs": hostNetwork is not known: use host.network',
    );
  });
});

describe('a security context', () => {
  const unsafe = { runAsUser: 0, runAsNonRoot: false, capabilities: { add: ['SYS_ADMIN'] } };
  const problems = (prop: string): string =>
    `${prop}.runAsUser is not known: use user\n` +
    `  ${prop}.runAsNonRoot is not known: say why in privilege: { reason, ... }, or in host of a NodeAgent\n` +
    `  ${prop}.capabilities is not known: say why in privilege: { reason, ... }, or in host of a NodeAgent`;

  test('takes away nothing that is safe, not even in a spread that compiles', () => {
    const defaults = { securityContext: { readOnlyRootFilesystem: false, ...unsafe } };
    expect(refusal((chart) => new WebService(chart, 'api', { image, port: 8080, ...defaults }))).toBe(
      `WebService "shop/api" has 3 problems:\n  ${problems('securityContext')}`,
    );
  });

  test.each([
    ['of a pod', 'podSecurityContext', { podSecurityContext: unsafe }],
    ['of a sidecar', 'sidecars.proxy.securityContext', { sidecars: { proxy: { image, securityContext: unsafe } } }],
  ])('%s does neither', (_sentence, prop, props) => {
    expect(webRefusal(props)).toBe(`WebService "shop/api" has 3 problems:\n  ${problems(prop)}`);
  });
});

describe.each(workloads)('a %s', (className, make, props) => {
  const foreign = new Set(workloads.flatMap(([, , others]) => Object.keys(others)));
  for (const prop of Object.keys(props)) foreign.delete(prop);

  test.each([...foreign])('refuses the %s of another workload', (prop) => {
    expect(refusal((chart) => make(chart, { ...props, [prop]: 1 }))).toMatch(
      new RegExp(`^${className} "shop/main": ${prop} is not known: `),
    );
  });
});
