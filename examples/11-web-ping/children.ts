import { Chart } from 'cdk8s';
import { App, WebService, type Manifest } from 'cdk8s-workloads';
import type { ObjectOf } from 'cdk8s-workloads/custom-resource';
import type { WebPinger } from './web-pinger';

/** What the operator decides, and not whoever writes a WebPinger. */
export interface PingerOptions {
  /** An image with Node.js. @default 'node:22-alpine' */
  readonly image?: string;
}

// Writes the status of each answer, or why there is none, to the log of the pod and to a file.
const PING = `import { appendFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';

process.on('SIGTERM', () => process.exit());
const { TARGET, METHOD, SECONDS } = process.env;
for (;;) {
  const asked = fetch(TARGET, { method: METHOD, signal: AbortSignal.timeout(10_000) });
  const answer = await asked.then(({ status }) => status, ({ cause, name }) => cause?.code ?? name);
  const line = [new Date().toISOString(), METHOD, TARGET, answer].join(' ');
  console.log(line);
  await appendFile('/logs/web-ping.log', line + '\\n');
  await setTimeout(1000 * SECONDS);
}
`;

/** What the operator will own for one WebPinger: a Deployment with a volume for its log, and what belongs to a workload. */
export function children(
  { metadata: { name, namespace }, spec }: ObjectOf<typeof WebPinger>,
  { image = 'node:22-alpine' }: PingerOptions = {},
): readonly Manifest[] {
  const app = new App();
  const chart = new Chart(app, 'web-pinger', { namespace });
  new WebService(chart, `wp-${name}`, {
    image,
    user: 1000,
    containerName: 'web',
    command: ['node', '--input-type=module', '--eval', PING],
    env: { TARGET: urlOf(spec.target), METHOD: spec.method, SECONDS: String(secondsOf(spec.interval)) },
    mounts: { '/logs': { emptyDir: { sizeLimit: '64Mi' } } },
    service: false, // it asks, and nobody asks it
    networkPolicy: { from: [] },
    strategy: { type: 'Recreate' }, // or two of them ping during an update
    labels: { 'app.kubernetes.io/part-of': 'web-ping' },
  });
  return app.manifests();
}

function urlOf(target: string): string {
  return /^https?:/.test(target) ? target : `http://${target}`;
}

/** `'5m'` is 300. */
function secondsOf(interval: string): number {
  return parseInt(interval, 10) * (interval.endsWith('m') ? 60 : 1);
}
