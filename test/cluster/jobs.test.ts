import { BatchJob, ScheduledJob } from 'cdk8s-workloads';
import { TestNamespace } from './cluster';

interface Pods {
  readonly items: readonly { readonly status: { readonly phase: string } }[];
}

let namespace: TestNamespace;
beforeAll(async () => {
  namespace = await TestNamespace.create('restricted');
});
afterAll(() => namespace.delete());

const image = 'testbed/busybox:1';
const says = (text: string): string[] => ['sh', '-c', `echo "${text}" > /dev/termination-log`];
const podsOf = (job: string): Promise<Pods> =>
  namespace.get<Pods>(`pods --selector=batch.kubernetes.io/job-name=${job}`);

describe('a BatchJob completes', () => {
  test('in mode Once', async () => {
    await namespace.apply((chart) => new BatchJob(chart, 'once', { image, user: 1000, command: says('Hello, World') }));
    expect(await namespace.answerOf('once')).toBe('Hello, World\n');
  });

  test('in mode Count, with as many pods as completions', async () => {
    const completion = { mode: 'Count', completions: 3, parallelism: 2 } as const;
    await namespace.apply(
      (chart) => new BatchJob(chart, 'count', { image, user: 1000, command: ['true'], completion }),
    );
    await namespace.wait('job/count', 'condition=Complete');
    expect((await podsOf('count')).items).toHaveLength(3);
  });

  test('in mode Indexed, each pod with an index of its own', async () => {
    const completion = { mode: 'Indexed', completions: 3, parallelism: 3, backoffLimitPerIndex: 1 } as const;
    const command = says('index $JOB_COMPLETION_INDEX');
    await namespace.apply((chart) => new BatchJob(chart, 'indexed', { image, user: 1000, command, completion }));
    const answers = await namespace.answerOf('indexed');
    expect(answers.trim().split('\n').sort()).toEqual(['index 0', 'index 1', 'index 2']);
  });

  test('in mode WorkQueue, when a pod finds no work left', async () => {
    const completion = { mode: 'WorkQueue', parallelism: 2 } as const;
    await namespace.apply(
      (chart) => new BatchJob(chart, 'queue', { image, user: 1000, command: ['true'], completion }),
    );
    await namespace.wait('job/queue', 'condition=Complete');
    expect((await podsOf('queue')).items).toHaveLength(2);
  });
});

test('a BatchJob with rerunOnChange runs again when its content changes, and not when it does not', async () => {
  const migrate = (command: string[]): Promise<BatchJob> =>
    namespace.apply((chart) => new BatchJob(chart, 'migrate', { image, user: 1000, command, rerunOnChange: true }));
  const first = await migrate(says('first'));
  const again = await migrate(says('first'));
  const second = await migrate(says('second'));
  expect(again.name).toBe(first.name);
  expect(await namespace.answerOf(first.name)).toBe('first\n');
  expect(await namespace.answerOf(second.name)).toBe('second\n');
});

test('a BatchJob that fails is run backoffLimit + 1 times, and ends Failed', async () => {
  await namespace.apply(
    (chart) => new BatchJob(chart, 'fails', { image, user: 1000, command: ['false'], backoffLimit: 2 }),
  );
  await namespace.wait('job/fails', 'condition=Failed', 180);
  const { items } = await podsOf('fails');
  expect(items.map(({ status }) => status.phase)).toEqual(['Failed', 'Failed', 'Failed']);
});

test('an index that fails by its failure policy is not tried again', async () => {
  await namespace.apply(
    (chart) =>
      new BatchJob(chart, 'fail-index', {
        image,
        user: 1000,
        command: ['sh', '-c', '[ "$JOB_COMPLETION_INDEX" = 0 ] || exit 42'],
        completion: { mode: 'Indexed', completions: 2, parallelism: 2, backoffLimitPerIndex: 5 },
        restartPolicy: 'Never',
        podFailurePolicy: { rules: [{ action: 'FailIndex', onExitCodes: { operator: 'In', values: [42] } }] },
      }),
  );
  await namespace.wait('job/fail-index', 'condition=Failed', 120);
  const { status } = await namespace.get<{ status: { completedIndexes: string; failedIndexes: string } }>(
    'job/fail-index',
  );
  expect(status).toMatchObject({ completedIndexes: '0', failedIndexes: '1' });
  expect((await podsOf('fail-index')).items).toHaveLength(2);
});

test('a ScheduledJob fires', async () => {
  await namespace.apply(
    (chart) =>
      new ScheduledJob(chart, 'tick', {
        schedule: '* * * * *',
        timeZone: 'Asia/Seoul',
        job: {
          image,
          user: 1000,
          args: ['/bin/sh', '-c', 'echo Hello from the Kubernetes cluster > /dev/termination-log'],
        },
      }),
  );
  await namespace.wait('cronjob/tick', 'jsonpath={.status.lastSuccessfulTime}', 150);
  const [job] = (
    await namespace.get<{ items: { metadata: { name: string } }[] }>('jobs --selector=app.kubernetes.io/name=tick')
  ).items;
  expect(await namespace.answerOf(job?.metadata.name ?? '')).toContain('Hello from the Kubernetes cluster');
});
