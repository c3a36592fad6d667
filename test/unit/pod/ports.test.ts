import { StatefulDatabase, WebService } from 'cdk8s-workloads';
import { refusal, shop, unchecked } from '../refusal';

const image = 'ghcr.io/shop/api:2.3.1';
const refusalOf = (props: object): string =>
  refusal((chart) => new WebService(chart, 'api', unchecked({ image, ...props })));

describe('a port', () => {
  test.each([
    ['is a number from 1', { port: 0 }, 'port 0 is not a port: use a whole number from 1 to 65535'],
    ['is a number to 65535', { port: 70000 }, 'port 70000 is not a port: use a whole number from 1 to 65535'],
    ['is whole', { port: 80.5 }, 'port 80.5 is not a port: use a whole number from 1 to 65535'],
    ['is a number', { port: Number('http') }, 'port NaN is not a port: use a whole number from 1 to 65535'],
    ['is no string', { port: '8080' }, 'port "8080" is a string: write the number 8080'],
    [
      'is checked under its name',
      { ports: { http: 8080, admin: 99999 } },
      'ports.admin 99999 is not a port: use a whole number from 1 to 65535',
    ],
    [
      'is declared once',
      { port: 8080, ports: { admin: 8080 } },
      'ports.admin 8080 is the number of port already: take another',
    ],
    [
      'is declared once under all names',
      { ports: { http: 8080, 'web-admin': { containerPort: 8080, port: 81 } } },
      'ports["web-admin"] 8080 is the number of ports.http already: take another',
    ],
    [
      'has a name of its own',
      { port: 8080, ports: { http: 8081 } },
      'ports "http" is the name of port already: take another',
    ],
    [
      'has a name that Kubernetes takes',
      { port: 8080, ports: { 'prometheus-metrics': 9090 } },
      'ports "prometheus-metrics" has 18 characters; a port name holds 15: shorten it',
    ],
    [
      'has a name of letters, digits and dashes',
      { port: 8080, ports: { web_admin: 9090 } },
      'ports "web_admin" is not a port name: use lower-case letters, digits and single "-" between them, and at least one letter, such as "web-admin"',
    ],
    [
      'has a port of the Service that is one',
      { ports: { http: { containerPort: 8080, port: 0 } } },
      'ports.http.port 0 is not a port: use a whole number from 1 to 65535',
    ],
    [
      'has a port of the Service of its own',
      { ports: { http: { containerPort: 8080, port: 80 }, admin: 80 } },
      "ports.admin.port 80 is the Service's port of ports.http already: take another",
    ],
    [
      'has the port of the Service that service says',
      { port: 8080, service: { port: 0 } },
      'service.port 0 is not a port: use a whole number from 1 to 65535',
    ],
    [
      'has a node port that is one',
      { port: 8080, service: { type: 'NodePort', nodePort: 0 } },
      'service.nodePort 0 is not a port: use a whole number from 1 to 65535',
    ],
    [
      'has no node port when its Service has none',
      { ports: { http: { containerPort: 8080, nodePort: 30080 } } },
      'ports.http.nodePort 30080 is not for a Service of type ClusterIP: use "NodePort" or "LoadBalancer", or leave it out',
    ],
    [
      'has no node port in service when its Service has none',
      { port: 8080, service: { nodePort: 30080 } },
      'service.nodePort 30080 is not for a Service of type ClusterIP: use "NodePort" or "LoadBalancer", or leave it out',
    ],
    [
      'is of one container of the pod',
      { port: 8080, sidecars: { proxy: { image: 'envoyproxy/envoy:v1.31.0', ports: { admin: 8080 } } } },
      'sidecars.proxy.ports.admin 8080 is a port of the container "api" too, and they share one network: take another',
    ],
    [
      'has a name of its own in the Service',
      { port: 8080, sidecars: { proxy: { image: 'envoyproxy/envoy:v1.31.0', ports: { http: 4180 } } } },
      'sidecars.proxy.ports.http has the name of port, and one Service shows both: take another name',
    ],
    [
      'has a number of its own in the Service',
      {
        port: 8080,
        service: { port: 80 },
        containers: { proxy: { image: 'envoyproxy/envoy:v1.31.0', ports: { web: 80 } } },
      },
      "containers.proxy.ports.web 80 is the Service's port of port too: give another as port, or service: false",
    ],
    [
      'is declared before networkPolicy is about it',
      { port: 8080, networkPolicy: { ports: { metrics: 'anywhere' } } },
      'networkPolicy.ports "metrics" is not declared: add it to ports, or use 8080 ("http")',
    ],
  ])('%s', (_sentence, props, problem) => {
    expect(refusalOf(props)).toBe(`WebService "shop/api": ${problem}`);
  });

  test.each([
    ['the same number for TCP and UDP', { ports: { 'dns-tcp': 53, dns: { containerPort: 53, protocol: 'UDP' } } }],
    [
      'two ports of the Service that change places',
      { ports: { a: { containerPort: 1, port: 2 }, b: { containerPort: 2, port: 1 } } },
    ],
    [
      'the port of an init container, which is gone by then',
      { port: 80, initContainers: { i: { image, ports: { http: 80 } } } },
    ],
    [
      'a node port of a Service that an override makes one',
      {
        ports: { http: { containerPort: 80, nodePort: 30080 } },
        overrides: { service: { spec: { type: 'NodePort' } } },
      },
    ],
  ])('may be %s', (_sentence, props) => {
    expect(refusalOf(props)).toBe('');
  });

  test('of a database has a node port only if an override gives its Service one', () => {
    const props = { image: 'postgres:16.4', user: 999, ports: { db: { containerPort: 5432, nodePort: 30432 } } };
    const problem =
      'ports.db.nodePort 30432 is not for a Service of type ClusterIP: use "NodePort" or "LoadBalancer", or leave it out';
    expect(refusal((chart) => new StatefulDatabase(chart, 'orders', props))).toBe(
      `StatefulDatabase "shop/orders": ${problem}`,
    );
    const overrides = { service: { spec: { type: 'NodePort' } } } as const;
    expect(refusal((chart) => new StatefulDatabase(chart, 'orders', { ...props, overrides }))).toBe('');
  });
});

test('service.port and service.nodePort are those of the first port', () => {
  const service = { type: 'NodePort', port: 80, nodePort: 30080 } as const;
  const api = new WebService(shop(), 'api', { image, ports: { http: 8080, admin: 9000 }, service });
  expect(api.service?.toJson()).toMatchObject({
    spec: {
      type: 'NodePort',
      ports: [
        { name: 'http', port: 80, targetPort: 'http', nodePort: 30080 },
        { name: 'admin', port: 9000, targetPort: 'admin' },
      ],
    },
  });
});
