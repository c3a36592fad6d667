import { Secret, ServiceAccount } from 'cdk8s-plus-28';
import { WebService } from 'cdk8s-workloads';
import { refusal, shop, unchecked } from '../refusal';

const image = 'ghcr.io/shop/api:2.3.1';
const refusalOf = (props: object): string =>
  refusal((chart) => new WebService(chart, 'api', unchecked({ image, port: 8080, ...props })));

describe('a WebService', () => {
  test('has no host without a Service', () => {
    const worker = new WebService(shop(), 'worker', { image, service: false });
    const problem = 'WebService "shop/worker": host needs a Service: leave out service: false';
    expect(() => worker.host).toThrow(problem);
    expect(() => worker.url()).toThrow(problem);
  });

  test.each([
    [
      'listens',
      { port: undefined },
      'port is missing: say what the container listens on, or service: false for a worker that nobody calls',
    ],
    [
      'is spread, or not, or by all means',
      { spread: 'hard' },
      'spread "hard" is not known: give "required", or true or false',
    ],
    ['has whole replicas', { replicas: -1 }, 'replicas -1 is not a whole number from 0'],
    ['waits whole seconds', { minReadySeconds: -1 }, 'minReadySeconds -1 is not a whole number from 0'],
    ['keeps whole revisions', { revisionHistoryLimit: -1 }, 'revisionHistoryLimit -1 is not a whole number from 0'],
    [
      'has a second for its rollout',
      { progressDeadlineSeconds: 0.5 },
      'progressDeadlineSeconds 0.5 is not a whole number from 1',
    ],
    [
      'rolls out before its deadline',
      { minReadySeconds: 60, progressDeadlineSeconds: 60 },
      'progressDeadlineSeconds 60 is not over minReadySeconds (60): no rollout could end in time',
    ],
    [
      'rolls out before the deadline that Kubernetes gives it',
      { minReadySeconds: 900 },
      'minReadySeconds 900 is not below progressDeadlineSeconds (600): no rollout could end in time',
    ],
    ['drains for whole seconds', { drainSeconds: -1 }, 'drainSeconds -1 is not a whole number from 0'],
    [
      'drains in one way',
      { drainSeconds: 5, lifecycle: { preStop: { sleep: { seconds: 5 } } } },
      'drainSeconds 5 stands beside lifecycle.preStop: leave one of them out',
    ],
    [
      'drains before it is killed',
      { drainSeconds: 31 },
      'drainSeconds 31 is over terminationGracePeriodSeconds (30): lower it, or raise that',
    ],
    [
      'drains before it is killed, when it does so by default',
      { terminationGracePeriodSeconds: 3 },
      'drainSeconds 5 is over terminationGracePeriodSeconds (3): lower it, or raise that',
    ],
    [
      'has a pod more or less while it rolls',
      { strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: '0%' } } },
      'strategy.rollingUpdate lets there be neither a pod more nor a pod less: raise maxSurge or maxUnavailable',
    ],
    [
      'counts the pods that are more',
      { strategy: { rollingUpdate: { maxSurge: '25' } } },
      'strategy.rollingUpdate.maxSurge "25" is a string without "%": write the number 25, or "25%"',
    ],
    [
      'misses no more than everything',
      { strategy: { rollingUpdate: { maxUnavailable: '101%' } } },
      'strategy.rollingUpdate.maxUnavailable "101%" is more than everything: use at most "100%"',
    ],
    [
      'rolls, or is made anew',
      { strategy: { type: 'Recreate', rollingUpdate: { maxSurge: 1 } } },
      'strategy.rollingUpdate stands beside type "Recreate": leave one of them out',
    ],
    [
      'lets a pod go when its node is drained',
      { replicas: 2, podDisruptionBudget: { minAvailable: 2 } },
      'podDisruptionBudget.minAvailable 2 lets no pod go, and so no node be drained: allow one',
    ],
  ])('%s', (_sentence, props, problem) => {
    expect(refusalOf(props)).toBe(`WebService "shop/api": ${problem}`);
  });

  test.each([
    ['surge by more than everything', { strategy: { rollingUpdate: { maxSurge: '200%' } } }],
    ['have no port when nobody calls it', { port: undefined, service: false }],
    ['have a short grace period when it does not drain', { drainSeconds: 0, terminationGracePeriodSeconds: 0 }],
    ['have a short grace period when nobody calls it', { service: false, terminationGracePeriodSeconds: 1 }],
    ['be called like a subdomain when nobody calls it', { service: false, name: 'worker.v2' }],
  ])('may %s', (_sentence, props) => {
    expect(refusalOf(props)).toBe('');
  });
});

describe('the autoscaler of a WebService', () => {
  const scale = { minReplicas: 2, maxReplicas: 5, cpuUtilization: 70 };
  const resources = { requests: { cpu: 1, memory: '1Gi' } };
  test.each([
    [
      'says how many pods there are, and nobody else',
      { replicas: 2, scale },
      'replicas 2 stands beside scale: each apply would undo the autoscaler, leave it out',
    ],
    ['keeps a pod', { scale: { ...scale, minReplicas: 0 } }, 'scale.minReplicas 0 is not a whole number from 1'],
    ['has room', { scale: { ...scale, maxReplicas: 1 } }, 'scale.maxReplicas 1 is below minReplicas (2): raise it'],
    ['has whole room', { scale: { ...scale, maxReplicas: 2.5 } }, 'scale.maxReplicas 2.5 is not a whole number from 1'],
    [
      'has a share as its target',
      { scale: { ...scale, cpuUtilization: 0.7 } },
      'scale.cpuUtilization 0.7 is not a whole percentage, such as 70',
    ],
    [
      'has something to measure',
      { scale: { minReplicas: 2, maxReplicas: 5 } },
      'scale has no metric: give cpuUtilization, memoryUtilization or metrics',
    ],
    [
      'measures a share of a request',
      { scale: { ...scale, memoryUtilization: 80 }, resources: { requests: { cpu: 1 } } },
      'scale.memoryUtilization 80 is a share of the memory request, and there is none: give resources.requests.memory',
    ],
    [
      'measures a share of the request of each container',
      { scale, sidecars: { 'log-shipper': { image } } },
      'scale.cpuUtilization 70 is a share of the cpu request, and there is none: give sidecars["log-shipper"].resources.requests.cpu',
    ],
  ])('%s', (_sentence, props, problem) => {
    expect(refusalOf({ resources, ...props })).toBe(`WebService "shop/api": ${problem}`);
  });

  test('may measure a share of the limit, which is the request then', () => {
    expect(refusalOf({ scale, resources: { limits: { cpu: 1 } } })).toBe('');
  });
});

describe('the ingress of a WebService', () => {
  test.each([
    [
      'has a class that can exist',
      { className: 'Nginx' },
      'ingress.className "Nginx" is not a DNS subdomain: use lower-case letters, digits, "-" and ".", and begin and end each part with a letter or digit, such as "nginx"',
    ],
    [
      'has a host, and no address',
      { host: '10.0.0.1' },
      'ingress.host "10.0.0.1" is an IP address: name a host, such as "shop.example.com", or leave it out for every host',
    ],
    [
      'has hosts with a star in front only',
      { host: ['shop.example.com', 'shop.*.com'] },
      'ingress.host "shop.*.com" is not a wildcard host: write "*." and a host of lower-case letters, digits, "-" and ".", such as "*.example.com"',
    ],
    [
      'has absolute paths',
      { paths: { api: { pathType: 'Prefix' } } },
      'ingress.paths "api" is not absolute: write "/api"',
    ],
    [
      'has absolute paths of every type',
      { paths: { '(.*)': { pathType: 'ImplementationSpecific' } } },
      'ingress.paths "(.*)" is not absolute: write "/(.*)"',
    ],
    [
      'has a Secret that can exist',
      { tlsSecretName: 'Shop_TLS' },
      'ingress.tlsSecretName "Shop_TLS" is not a DNS subdomain: use lower-case letters, digits, "-" and ".", and begin and end each part with a letter or digit, such as "shop-tls"',
    ],
    [
      'leads to a declared port',
      { paths: { '/admin': { pathType: 'Prefix', port: 'admin' } } },
      'ingress.paths["/admin"].port "admin" is not declared: add it to ports, or use 8080 ("http")',
    ],
  ])('%s', (_sentence, ingress, problem) => {
    expect(refusalOf({ ingress })).toBe(`WebService "shop/api": ${problem}`);
  });

  test.each(['//', '/a//b', '/a/', '/a/..', '/../a', '/a/./b', '/.', '/a%2Fb', '/a..b', '/.well-known/x', '/', '/a.'])(
    'has paths that Kubernetes takes: %s',
    (path) => {
      const taken = ['/a/', '/a..b', '/.well-known/x', '/', '/a.'].includes(path);
      const problem = `ingress.paths "${path}" has "//", "/.", "/.." or "%2f": write the path that it leads to`;
      const text = taken ? '' : `WebService "shop/api": ${problem}`;
      expect(refusalOf({ ingress: { paths: { [path]: { pathType: 'Exact' } } } })).toBe(text);
      expect(refusalOf({ ingress: { paths: { [path]: { pathType: 'ImplementationSpecific' } } } })).toBe('');
    },
  );

  test('needs a Service', () => {
    expect(refusalOf({ service: false, ingress: {} })).toBe(
      'WebService "shop/api": ingress needs a Service: leave out service: false',
    );
  });

  test('takes a Secret, and not something else', () => {
    const text = refusal((chart) => {
      const account = new ServiceAccount(chart, 'account', { metadata: { name: 'api' } });
      return new WebService(chart, 'api', { image, port: 8080, ingress: { tlsSecretName: account } });
    });
    expect(text).toBe(
      'WebService "shop/api": ingress.tlsSecretName "api" is a ServiceAccount: give a Secret, or its name',
    );
  });

  test('takes a Secret of cdk8s-plus', () => {
    const chart = shop();
    const tlsSecretName = new Secret(chart, 'tls', { metadata: { name: 'shop-tls' } });
    const api = new WebService(chart, 'api', {
      image,
      port: 8080,
      ingress: { host: 'shop.example.com', tlsSecretName },
    });
    expect(api.ingress?.toJson()).toMatchObject({
      spec: { tls: [{ hosts: ['shop.example.com'], secretName: 'shop-tls' }] },
    });
  });
});
