import { BatchJob } from 'cdk8s-workloads';
import type { GoldenCases } from './golden-cases';

const worker = { image: 'ghcr.io/example/worker:3.2.0', user: 1000 } as const;

export const batchJob: GoldenCases = {
  once: (chart) =>
    new BatchJob(chart, 'job-hello-world', {
      image: 'busybox:1.37',
      user: 1000,
      args: ['sh', '-c', 'echo Hello, World && exit 0'],
    }),

  'fixed-count': (chart) =>
    new BatchJob(chart, 'job-completions', {
      ...worker,
      completion: { mode: 'Count', completions: 3, parallelism: 2 },
      activeDeadlineSeconds: 300,
      ttlSecondsAfterFinished: 86_400,
    }).job,

  'indexed-with-a-budget-for-each-index': (chart) =>
    new BatchJob(chart, 'thumbnails', {
      ...worker,
      completion: { mode: 'Indexed', completions: 100, parallelism: 10, backoffLimitPerIndex: 2, maxFailedIndexes: 5 },
    }).job,

  'indexed-with-a-success-policy': (chart) =>
    new BatchJob(chart, 'simulation', {
      ...worker,
      completion: {
        mode: 'Indexed',
        completions: 8,
        parallelism: 8,
        successPolicy: { rules: [{ succeededIndexes: '0', succeededCount: 1 }] },
      },
    }).job,

  'work-queue': (chart) =>
    new BatchJob(chart, 'queue-workers', {
      ...worker,
      completion: { mode: 'WorkQueue', parallelism: 5 },
      env: { BROKER_URL: 'amqp://rabbitmq:5672', QUEUE: 'job2' },
      restartPolicy: 'OnFailure',
    }).job,

  'failure-policy': (chart) =>
    new BatchJob(chart, 'import', {
      ...worker,
      backoffLimit: 3,
      podReplacementPolicy: 'Failed',
      podFailurePolicy: {
        rules: [
          { action: 'FailJob', onExitCodes: { operator: 'In', values: [2, 42] } },
          { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget' }] },
        ],
      },
    }).job,

  'rerun-on-change': (chart) =>
    new BatchJob(chart, 'migrate', {
      image: 'ghcr.io/shop/api:2.3.1',
      command: ['migrate', 'up'],
      rerunOnChange: true,
      backoffLimit: 2,
    }),

  'config-files': (chart) => {
    const job = new BatchJob(chart, 'report', {
      ...worker,
      config: { mountPath: '/etc/report', files: { 'query.sql': 'select count(*)\nfrom orders;\n' } },
    });
    return [job.node.findChild('ConfigMap'), job.job];
  },

  'extended-resources': (chart) =>
    new BatchJob(chart, 'train', {
      image: 'ghcr.io/example/train:2024.6',
      user: 1000,
      args: ['3', 'softmax', '0.5'],
      backoffLimit: 2,
      resources: {
        requests: { cpu: 4, memory: '8Gi', 'nvidia.com/gpu': 1 },
        limits: { memory: '8Gi', 'nvidia.com/gpu': 1 },
      },
      tolerations: [{ key: 'nvidia.com/gpu', operator: 'Exists', effect: 'NoSchedule' }],
    }).job,

  'resource-claims': (chart) =>
    new BatchJob(chart, 'train', {
      image: 'ghcr.io/example/train:1.0.0',
      user: 1000,
      resourceClaims: [{ name: 'gpu', resourceClaimTemplateName: 'one-gpu' }],
      resources: { claims: [{ name: 'gpu' }] },
    }).job,
};
