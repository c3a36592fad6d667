import { WebService } from 'cdk8s-workloads';
import { refusal, shop, unchecked } from '../refusal';

const image = 'ghcr.io/shop/api:2.3.1';
const refusalOf = (props: object): string =>
  refusal((chart) => new WebService(chart, 'api', unchecked({ image, port: 8080, ports: { admin: 9000 }, ...props })));

describe('a probe', () => {
  test.each([
    [
      'is on a declared port',
      { readiness: { httpGet: { port: 8081 } } },
      'probes.readiness.httpGet.port 8081 is not declared: add it to ports, or use 8080 ("http"), 9000 ("admin")',
    ],
    [
      'is on a declared name',
      { liveness: { tcpSocket: { port: 'htpp' } } },
      'probes.liveness.tcpSocket.port "htpp" is not declared: add it to ports, or use 8080 ("http"), 9000 ("admin")',
    ],
    [
      'is on a port',
      { startup: { grpc: { port: 99999 } } },
      'probes.startup.grpc.port 99999 is not a port: use a whole number from 1 to 65535',
    ],
    [
      'asks gRPC by number',
      { startup: { grpc: { port: 'admin' } } },
      'probes.startup.grpc.port "admin" is a name, and gRPC probes take a number: write 9000',
    ],
    [
      'has a handler',
      { readiness: { periodSeconds: 5 } },
      'probes.readiness has no handler: give exactly one of httpGet, tcpSocket, exec and grpc',
    ],
    [
      'has one handler',
      { readiness: { httpGet: { port: 8080 }, exec: { command: ['true'] } } },
      'probes.readiness has httpGet and exec: give exactly one of httpGet, tcpSocket, exec and grpc',
    ],
    [
      'does not sleep',
      { readiness: { sleep: { seconds: 1 } } },
      'probes.readiness.sleep is not known: there are httpGet, exec, tcpSocket, grpc, initialDelaySeconds, periodSeconds, ' +
        'timeoutSeconds, failureThreshold, successThreshold, terminationGracePeriodSeconds',
    ],
    [
      'sends headers that HTTP has',
      { readiness: { httpGet: { port: 8080, httpHeaders: [{ name: 'X Probe', value: '1' }] } } },
      'probes.readiness.httpGet.httpHeaders "X Probe" is not the name of an HTTP header: use letters, digits and "-"',
    ],
    [
      'runs a program',
      { readiness: { exec: { command: [] } } },
      'probes.readiness.exec.command is empty: name the program to run',
    ],
    [
      'runs a program with a list of arguments',
      { readiness: { exec: { command: 'pg_isready -U postgres' } } },
      'probes.readiness.exec.command "pg_isready -U postgres" is one string: give a list, such as ["sh", "-c", "pg_isready -U postgres"]',
    ],
    [
      'waits from 0 seconds on',
      { readiness: { exec: { command: ['true'] }, initialDelaySeconds: -1 } },
      'probes.readiness.initialDelaySeconds -1 is not a whole number from 0',
    ],
    [
      'comes again after a second at least',
      { readiness: { exec: { command: ['true'] }, periodSeconds: 0 } },
      'probes.readiness.periodSeconds 0 is not a whole number from 1',
    ],
    [
      'takes whole seconds',
      { readiness: { exec: { command: ['true'] }, timeoutSeconds: 0.5 } },
      'probes.readiness.timeoutSeconds 0.5 is not a whole number from 1',
    ],
    [
      'takes numbers',
      { readiness: { exec: { command: ['true'] }, failureThreshold: '3' } },
      'probes.readiness.failureThreshold "3" is a string: write the number 3',
    ],
    [
      'succeeds once at least',
      { readiness: { exec: { command: ['true'] }, successThreshold: 0 } },
      'probes.readiness.successThreshold 0 is not a whole number from 1',
    ],
    [
      'succeeds more than once for readiness only',
      { liveness: { exec: { command: ['true'] }, successThreshold: 2 } },
      'probes.liveness.successThreshold 2 is only for readiness: leave it out',
    ],
    [
      'gives a second of grace at least',
      { liveness: { exec: { command: ['true'] }, terminationGracePeriodSeconds: 0 } },
      'probes.liveness.terminationGracePeriodSeconds 0 is not a whole number from 1',
    ],
  ])('%s', (_sentence, probes, problem) => {
    expect(refusalOf({ probes })).toBe(`WebService "shop/api": ${problem}`);
  });

  test('may be on the port of another container, by its number', () => {
    const sidecars = { proxy: { image: 'envoyproxy/envoy:v1.31.0', ports: { proxy: 9901 } } };
    expect(refusalOf({ sidecars, probes: { readiness: { httpGet: { port: 9901 } } } })).toBe('');
    expect(refusalOf({ sidecars, probes: { readiness: { httpGet: { port: 'proxy' } } } })).toBe(
      'WebService "shop/api": probes.readiness.httpGet.port "proxy" is not declared: add it to ports, or use 8080 ("http"), 9000 ("admin")',
    );
  });

  test('of a container without ports is on none', () => {
    const sidecars = {
      proxy: { image: 'envoyproxy/envoy:v1.31.0', probes: { readiness: { tcpSocket: { port: 1 } } } },
    };
    expect(refusalOf({ sidecars })).toBe(
      'WebService "shop/api": sidecars.proxy.probes.readiness.tcpSocket.port 1 is not declared: add it to ports',
    );
  });
});

test.each([{ httpGet: { host: '127.0.0.1', port: 8080 } }, { tcpSocket: { host: '127.0.0.1', port: 8080 } }])(
  'a probe may name the address that it asks: %j',
  (readiness) => {
    const api = new WebService(shop(), 'api', { image, port: 8080, probes: { readiness: unchecked(readiness) } });
    expect(api.deployment.toJson()).toMatchObject({
      spec: { template: { spec: { containers: [{ readinessProbe: readiness }] } } },
    });
  },
);

describe('a lifecycle handler', () => {
  test.each([
    [
      'is one of three',
      { preStop: { tcpSocket: { port: 8080 } } },
      'lifecycle.preStop.tcpSocket is not known: there are httpGet, exec, sleep',
    ],
    [
      'is one at a time',
      { postStart: { exec: { command: ['true'] }, sleep: { seconds: 1 } } },
      'lifecycle.postStart has exec and sleep: give exactly one of httpGet, exec and sleep',
    ],
    [
      'is on a declared port',
      { preStop: { httpGet: { port: 1234 } } },
      'lifecycle.preStop.httpGet.port 1234 is not declared: add it to ports, or use 8080 ("http"), 9000 ("admin")',
    ],
    [
      'sleeps whole seconds',
      { preStop: { sleep: { seconds: 1.5 } } },
      'lifecycle.preStop.sleep.seconds 1.5 is not a whole number from 0',
    ],
    [
      'is awake before the grace period ends',
      { preStop: { sleep: { seconds: 31 } } },
      'lifecycle.preStop.sleep.seconds 31 is over terminationGracePeriodSeconds (30): sleep less, or raise it',
    ],
  ])('%s', (_sentence, lifecycle, problem) => {
    expect(refusalOf({ lifecycle })).toBe(`WebService "shop/api": ${problem}`);
  });

  test('may sleep as long as the grace period is', () => {
    const lifecycle = { preStop: { sleep: { seconds: 60 } } };
    expect(refusalOf({ lifecycle, terminationGracePeriodSeconds: 60 })).toBe('');
  });

  test('of a sidecar is awake before the grace period ends, too', () => {
    const sidecars = { proxy: { image, lifecycle: { preStop: { sleep: { seconds: 40 } } } } };
    expect(refusalOf({ sidecars })).toBe(
      'WebService "shop/api": sidecars.proxy.lifecycle.preStop.sleep.seconds 40 is over terminationGracePeriodSeconds (30): sleep less, or raise it',
    );
  });
});
