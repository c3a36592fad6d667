// Work that ends: once, a number of times, one pod an index, or until a queue is empty.
import { Chart } from 'cdk8s';
import { App, BatchJob } from 'cdk8s-workloads';

const app = new App();
const chart = new Chart(app, 'batch-jobs');

new BatchJob(chart, 'job-hello-world', {
  image: 'busybox:1.37',
  user: 1000,
  args: ['sh', '-c', 'echo Hello, World && exit 0'],
});

// Three pods must succeed, and two of them may run at a time.
new BatchJob(chart, 'job-completions', {
  image: 'busybox:1.37',
  user: 1000,
  args: ['sh', '-c', 'echo Hello, World && exit 0'],
  completion: { mode: 'Count', completions: 3, parallelism: 2 },
  activeDeadlineSeconds: 300,
});

// A training run: three tries, all arguments on the command line.
new BatchJob(chart, 'train', {
  image: 'ghcr.io/example/train:2024.6',
  user: 1000,
  args: ['3', 'softmax', '0.5'],
  backoffLimit: 2,
  resources: {
    requests: { cpu: 4, memory: '8Gi', 'nvidia.com/gpu': 1 },
    limits: { memory: '8Gi', 'nvidia.com/gpu': 1 },
  },
});

// A hundred pictures, ten at a time; one bad picture is not the end of the others.
new BatchJob(chart, 'thumbnails', {
  image: 'ghcr.io/example/thumbnails:1.0.4',
  completion: { mode: 'Indexed', completions: 100, parallelism: 10, backoffLimitPerIndex: 1, maxFailedIndexes: 5 },
  restartPolicy: 'Never',
  podFailurePolicy: { rules: [{ action: 'FailIndex', onExitCodes: { operator: 'In', values: [42] } }] },
});

// Workers on a queue: when one of them finds nothing left and ends, the others finish and end too.
new BatchJob(chart, 'queue-workers', {
  image: 'ghcr.io/example/worker:3.2.0',
  completion: { mode: 'WorkQueue', parallelism: 5 },
  env: { BROKER_URL: 'amqp://rabbitmq:5672', QUEUE: 'job2' },
});

// A Job is immutable. With rerunOnChange another image is another Job, not a refused update.
new BatchJob(chart, 'migrate', {
  image: 'ghcr.io/example/api:2.3.1',
  command: ['migrate', 'up'],
  rerunOnChange: true,
  ttlSecondsAfterFinished: 86_400,
});

app.synth();
