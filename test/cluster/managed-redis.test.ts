import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ManagedRedis, redisChildren, redisEndpoints } from 'cdk8s-workloads/redis';
import { toYaml } from '../../src/manifest/yaml';
import { GOLDEN } from '../golden/golden-files';
import { define, kubectl, TestNamespace } from './cluster';

interface Pod {
  readonly status: { readonly conditions: readonly { readonly type: string; readonly status: string }[] };
}

let namespace: TestNamespace;
beforeAll(async () => {
  namespace = await TestNamespace.create('restricted');
  await define(readFileSync(join(GOLDEN, 'managed-redis/definition.yaml'), 'utf8'));
  const spec = { image: 'testbed/redis:7.0', replica: 3, storage: { storageClassName: 'standard' } };
  await namespace.apply((chart) => new ManagedRedis(chart, 'cache', { spec }));
});
afterAll(() => namespace.delete());

describe('the resource', () => {
  test('is in the cluster as parse() reads it', async () => {
    const object = await namespace.get<object>('mr cache');
    expect(ManagedRedis.parse(object)).toEqual(object);
  });

  test('shows phase, size, endpoints and age', async () => {
    const { primary, secondary } = redisEndpoints({ metadata: { name: 'cache', namespace: namespace.name } });
    const status = {
      phase: 'Running',
      primary_endpoint: primary,
      secondary_endpoint: secondary,
      replicas: 3,
      epoch: 1,
    };
    await namespace.kubectl('patch', 'mr', 'cache', '--subresource=status', '--type=merge', '-p', json({ status }));
    const [heads, row] = (await namespace.kubectl('get', 'mr'))
      .trim()
      .split('\n')
      .map((line) => line.split(/\s{2,}/));
    expect(heads).toEqual(['NAME', 'PHASE', 'REPLICA', 'PRIMARY', 'SECONDARY', 'AGE']);
    expect(row?.slice(0, 5)).toEqual(['cache', 'Running', '3', primary, secondary]);
  });

  test('keeps fields of the status that the schema does not have', async () => {
    const { status } = ManagedRedis.parse(await namespace.get('mr cache'));
    expect(status).toMatchObject({ epoch: 1 });
  });

  test.each(['spec.replica', 'spec.storage.size', 'status.primary_endpoint'])('explains %s', async (field) => {
    expect(await kubectl(['explain', `managedredis.${field}`])).toMatch(/DESCRIPTION:\n +[A-Z]/);
  });

  test('is found by its image', async () => {
    const found = (image: string): Promise<string> =>
      namespace.kubectl('get', 'mr', '-o', 'name', '--field-selector', `spec.image=${image}`);
    expect(await found('testbed/redis:7.0')).toBe('managedredis.cloud.com/cache\n');
    expect(await found('redis:7.2')).toBe('');
  });

  test('is scaled by kubectl', async () => {
    await namespace.kubectl('scale', 'mr/cache', '--replicas=5');
    const scale = await namespace.get<object>('mr cache --subresource=scale');
    expect(scale).toMatchObject({ spec: { replicas: 5 }, status: { replicas: 3 } });
    await namespace.kubectl('scale', 'mr/cache', '--replicas=3');
  });

  test.each([
    ['a volume that shrinks', { storage: { size: '512Mi' } }, 'may only grow: a volume cannot shrink'],
    ['another StorageClass', { storage: { storageClassName: 'ssd' } }, 'cannot get another StorageClass'],
    ['no StorageClass any more', { storage: { storageClassName: null } }, 'cannot get another StorageClass'],
    ['a setting of its own', { config: ['replicaof no one'] }, 'is for ManagedRedis to decide: leave it out'],
    ['the latest image', { image: 'redis:latest' }, 'must have a version in place of "latest", which moves'],
    ['memory without a unit', { memory: 512 }, 'must be at least 1Mi: write the unit, such as "2Gi"'],
    ['cores with a unit of bytes', { cpu: '1Gi' }, 'must be above 0, in cores: "500m" is half of one'],
    ['no pods', { replica: 0 }, 'should be greater than or equal to 1'],
  ])('cannot have %s', async (_, spec, problem) => {
    const patched = namespace.kubectl('patch', 'mr', 'cache', '--dry-run=server', '--type=merge', '-p', json({ spec }));
    await expect(patched).rejects.toThrow(problem);
  });

  test('may have a volume that grows', async () => {
    const patch = json({ spec: { storage: { size: '1500Mi' } } });
    await namespace.kubectl('patch', 'mr', 'cache', '--dry-run=server', '--type=merge', '-p', patch);
  });

  test('has a name with which its children can be made', async () => {
    const manifest = { ...(await namespace.get<object>('mr cache')), metadata: { name: 'c'.repeat(53) } };
    const created = kubectl(['create', '--namespace', namespace.name, '--dry-run=server', '-f', '-'], json(manifest));
    await expect(created).rejects.toThrow('metadata.name: Too long: may not be more than 52 bytes');
  });
});

describe('the children of three replicas', () => {
  const pods = ['cache-0', 'cache-1', 'cache-2'];

  beforeAll(async () => {
    const children = redisChildren(ManagedRedis.parse(await namespace.get('mr cache')));
    await kubectl(['apply', '--server-side', '--validate=strict', '-f', '-'], toYaml(children));
  });

  test('follow nobody before a controller says whom, and are not ready', async () => {
    for (const pod of pods) await startsFenced(pod);
    for (const pod of pods) expect(isReady(await namespace.get<Pod>(`pod ${pod}`))).toBe(false);
  });

  test('are ready, and answer at their names, once it did', async () => {
    await lead('cache-0', ['cache-1', 'cache-2']);
    await namespace.wait('statefulset/cache', 'jsonpath={.status.readyReplicas}=3');
    for (const pod of pods) expect(await answers('cache-0', '-h', `${pod}.cache-pods`, 'ping')).toBe('PONG');
  });

  test('replicate what the primary endpoint takes', async () => {
    expect(await at('primary', 'set', 'greeting', 'hello')).toBe('OK');
    expect(await at('primary', 'wait', '2', '5000')).toBe('2');
    expect(await at('secondary', 'get', 'greeting')).toBe('hello');
    expect(await at('secondary', 'set', 'greeting', 'bye')).toMatch(/^READONLY/);
  });

  test('have no second primary when the first one comes back', async () => {
    await namespace.replace('cache-0');
    await startsFenced('cache-0');
    await lead('cache-1', ['cache-2', 'cache-0']);
    await namespace.wait('statefulset/cache', 'jsonpath={.status.readyReplicas}=3');
    expect(await at('primary', 'get', 'greeting')).toBe('hello');
  });

  test('go with the ManagedRedis, but for the volumes', async () => {
    await namespace.kubectl('delete', 'mr', 'cache');
    await namespace.wait('statefulset/cache', 'delete');
    for (const pod of pods) await namespace.wait(`pod/${pod}`, 'delete');
    expect((await namespace.kubectl('get', 'services,networkpolicies,pdb', '-o', 'name')).trim()).toBe('');
    expect((await namespace.kubectl('get', 'pvc', '-o', 'name')).trim().split('\n')).toHaveLength(3);
  });

  /** What the controller will do: one pod is the primary, the others follow it, and their labels lead clients to them. */
  async function lead(primary: string, replicas: readonly string[]): Promise<void> {
    await namespace.kubectl('label', 'pods', '--overwrite', ...replicas, 'cloud.com/redis-role=replica');
    expect(await answers(primary, 'replicaof', 'no', 'one')).toBe('OK');
    for (const replica of replicas) {
      expect(await answers(replica, 'replicaof', `${primary}.cache-pods`, '6379')).toMatch(/^OK/);
    }
    await namespace.kubectl('label', 'pod', '--overwrite', primary, 'cloud.com/redis-role=primary');
  }

  function at(end: 'primary' | 'secondary', ...command: readonly string[]): Promise<string> {
    const metadata = { name: 'cache', namespace: namespace.name };
    const [host = '', port = ''] = redisEndpoints({ metadata })[end].split(':');
    return answers('cache-1', '-h', host, '-p', port, ...command);
  }

  async function answers(pod: string, ...command: readonly string[]): Promise<string> {
    return (await namespace.kubectl('exec', pod, '--', 'redis-cli', ...command)).trim();
  }

  /** Waits until a pod that just started answers PING, which it does with an error. */
  async function startsFenced(pod: string): Promise<void> {
    await namespace.wait(`pod/${pod}`, 'create');
    await namespace.wait(`pod/${pod}`, 'jsonpath={.status.phase}=Running');
    const script = 'until redis-cli ping | grep ^MASTERDOWN; do sleep 1; done';
    await namespace.kubectl('exec', pod, '--', 'timeout', '60', 'sh', '-c', script);
  }
});

function isReady({ status }: Pod): boolean {
  return status.conditions.some(({ type, status: state }) => type === 'Ready' && state === 'True');
}

function json(value: unknown): string {
  return JSON.stringify(value);
}
