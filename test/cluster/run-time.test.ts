import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { kubectl } from './cluster';
import type { Evidence } from './run-time/evidence';
import { MISTAKES } from './run-time/mistakes';
import { isOfCluster, place, type Placed } from './run-time/place';
import { viewer } from './run-time/view';

const NAMESPACE = `run-time-${randomBytes(3).toString('hex')}`;
const wrong = MISTAKES.map((mistake) => place(mistake, 'wrong', NAMESPACE));
const right = MISTAKES.filter(({ works }) => works !== undefined).map((mistake) => place(mistake, 'right', NAMESPACE));
const results = new Map<Placed, Promise<boolean>>();
const NAMESPACES = [...new Set([...wrong, ...right].map(({ namespace }) => namespace))];
const VIEWERS = new Map(NAMESPACES.map((namespace) => [namespace, viewer(namespace)]));

beforeAll(async () => {
  await kubectl(['apply', '--server-side', '-f', '-'], toList(NAMESPACES.map(namespaceNamed)));
  const all = [...wrong, ...right].flatMap(({ manifests }) => manifests);
  // A quota refuses nothing until its controller has seen it.
  const quotas = toList(all.filter(isQuota));
  await kubectl(['apply', '--server-side', '-f', '-'], quotas);
  await kubectl(['wait', '--for=jsonpath={.status.hard}', '--timeout=60s', '-f', '-'], quotas);
  // All at once, so that all fail at the same time. The server takes each: this throws otherwise.
  await kubectl(['apply', '--server-side', '--validate=strict', '-f', '-'], toList(all));
  const end = Date.now() + SECONDS * 1000;
  for (const placed of wrong) results.set(placed, watch(placed, placed.mistake.fails, end));
  for (const placed of right) results.set(placed, watch(placed, placed.mistake.works ?? (() => true), end));
});

afterAll(async () => {
  const ofCluster = [...wrong, ...right].flatMap(({ manifests }) => manifests.filter(isOfCluster));
  await kubectl(
    ['delete', '--wait=false', '--ignore-not-found', '-f', '-'],
    toList([...NAMESPACES.map(namespaceNamed), ...ofCluster]),
  );
});

/** What fails, fails beside the others: what does not show after these seconds together does not show. */
const SECONDS = 240;

async function watch({ name, namespace }: Placed, evidence: Evidence, end: number): Promise<boolean> {
  const look = VIEWERS.get(namespace);
  while (look !== undefined && Date.now() < end) {
    // A question that the cluster does not answer yet is asked again.
    const isSeen = await look()
      .then((view) => evidence(view, name))
      .catch(() => false);
    if (isSeen) return true;
    await setTimeout(1000);
  }
  return false;
}

test.each(wrong)('$mistake.code: $name fails', async (placed) => {
  await expect(results.get(placed)).resolves.toBe(true);
});

test.each(right)('$mistake.code: $name works', async (placed) => {
  await expect(results.get(placed)).resolves.toBe(true);
});

function namespaceNamed(name: string): object {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
}

function isQuota(manifest: object): boolean {
  return 'kind' in manifest && manifest.kind === 'ResourceQuota';
}

function toList(items: readonly object[]): string {
  return JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
}
