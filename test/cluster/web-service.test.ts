import { get } from 'node:http';
import type { Chart } from 'cdk8s';
import { WebService } from 'cdk8s-workloads';
import { TestNamespace } from './cluster';

let namespace: TestNamespace;
beforeAll(async () => {
  namespace = await TestNamespace.create('restricted');
});
afterAll(() => namespace.delete());

// Says its version; when told to stop it finishes what it has begun, as a server should.
const SERVER = `
const server = require('http').createServer((request, response) => response.end(process.env.VERSION));
server.listen(8080);
process.on('SIGTERM', () => server.close(() => process.exit(0)));
`;

function hello(chart: Chart, version: string): WebService {
  return new WebService(chart, 'hello', {
    image: 'testbed/node:20',
    user: 1000,
    port: 8080,
    service: { port: 80 },
    replicas: 3,
    command: ['node', '/app/server.js'],
    config: { mountPath: '/app', files: { 'server.js': SERVER } },
    env: { VERSION: version },
    probes: { readiness: { httpGet: { port: 'http' }, periodSeconds: 1 } },
    strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
    ingress: {
      className: 'nginx',
      host: 'hello.example.com',
      annotations: { 'nginx.ingress.kubernetes.io/rewrite-target': '/' },
    },
  });
}

/** One request on a connection of its own, as a new client makes it. */
function request(address: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get({ host: address, port: 80, agent: false, timeout: 5000 }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () =>
        response.statusCode === 200 ? resolve(body) : reject(new Error(`status ${String(response.statusCode)}`)),
      );
    })
      .on('timeout', () => reject(new Error('timeout')))
      .on('error', reject);
  });
}

/** Sends requests one after another until `work` is done; gives how many had which answer. */
async function answersDuring(address: string, work: Promise<unknown>): Promise<ReadonlyMap<string, number>> {
  const answers = new Map<string, number>();
  const state = { done: false };
  const finished = work.finally(() => (state.done = true));
  while (!state.done) {
    const answer = await request(address).catch((error: unknown) => `failed: ${String(error)}`);
    answers.set(answer, (answers.get(answer) ?? 0) + 1);
  }
  await finished;
  return answers;
}

async function rollOut(): Promise<void> {
  await namespace.kubectl('rollout', 'status', 'deployment/hello', '--timeout=180s');
  // Old pods go on for a while after the rollout has ended; they are part of it for whoever sends requests.
  await namespace
    .kubectl('wait', 'pods', '--selector=app.kubernetes.io/name=hello', '--for=condition=Ready', '--timeout=60s')
    .catch(() => '');
}

describe('a WebService', () => {
  test('answers at its Service', async () => {
    await namespace.apply((chart) => hello(chart, 'v1'));
    await rollOut();
    const { spec } = await namespace.get<{ spec: { clusterIP: string } }>('service/hello');
    expect(await request(spec.clusterIP)).toBe('v1');
  });

  test('rolls to a new version and back without a failed request', async () => {
    const { spec } = await namespace.get<{ spec: { clusterIP: string } }>('service/hello');
    const forth = await answersDuring(spec.clusterIP, namespace.apply((chart) => hello(chart, 'v2')).then(rollOut));
    expect([...forth.keys()].sort()).toEqual(['v1', 'v2']);
    const back = await answersDuring(
      spec.clusterIP,
      namespace.kubectl('rollout', 'undo', 'deployment/hello').then(rollOut),
    );
    expect([...back.keys()].sort()).toEqual(['v1', 'v2']);
    expect(await request(spec.clusterIP)).toBe('v1');
  });
});
