import { readFileSync } from 'node:fs';
import { NodeAgent } from 'cdk8s-workloads';
import { TestNamespace } from './cluster';

let namespace: TestNamespace;
beforeAll(async () => {
  namespace = await TestNamespace.create('privileged');
  await namespace.apply(
    (chart) =>
      new NodeAgent(chart, 'reader', {
        image: 'testbed/busybox:1',
        user: 1000,
        nodes: 'every',
        command: ['sleep', 'infinity'],
        host: { reason: 'reads what the node runs', paths: { '/etc': { mountPath: '/host/etc' } } },
      }),
  );
  await namespace.kubectl('rollout', 'status', 'daemonset/reader', '--timeout=120s');
});
afterAll(() => namespace.delete());

test('a NodeAgent runs on both nodes', async () => {
  const pods = await namespace.get<{ items: { spec: { nodeName: string } }[] }>('pods');
  expect(pods.items.map(({ spec }) => spec.nodeName).sort()).toEqual(['node-1', 'node-2']);
});

test('a NodeAgent reads a path of its host', async () => {
  const version = await namespace.kubectl('exec', 'daemonset/reader', '--', 'cat', '/host/etc/debian_version');
  expect(version).toBe(readFileSync('/etc/debian_version', 'utf8'));
});

test('a NodeAgent cannot write a path of its host', async () => {
  const write = namespace.kubectl('exec', 'daemonset/reader', '--', 'touch', '/host/etc/written');
  await expect(write).rejects.toThrow('Read-only file system');
});
