import { readFileSync, writeFileSync } from 'node:fs';
import type { Schema } from '../../../src/validate/schema';
import { forEach } from '../api-client';
import { NAMESPACE, type Server, type Verdict } from './ask';
import type { Mutant } from './mutate';

/** A mutant, and what the server said about it. */
export interface Judged extends Mutant {
  readonly verdict: Verdict;
}

/** Asks the server about mutants. */
export function judge(mutants: readonly Mutant[], server: Server): Promise<readonly Judged[]> {
  return forEach(mutants, async (mutant) => ({
    ...mutant,
    verdict: await server.create(mutant.manifest, mutant.kind),
  }));
}

/** What is in the cluster so that admission lets the seeds pass. */
export async function prepare(server: Server): Promise<void> {
  const named = (name: string): object => ({ metadata: { name } });
  await server.ensure({ apiVersion: 'v1', kind: 'Namespace', ...named(NAMESPACE) });
  await server.ensure({
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name: 'builder', namespace: NAMESPACE },
  });
  await server.ensure({
    apiVersion: 'scheduling.k8s.io/v1',
    kind: 'PriorityClass',
    ...named('important'),
    value: 1000,
  });
  await server.ensure({
    apiVersion: 'node.k8s.io/v1',
    kind: 'RuntimeClass',
    ...named('sandboxed'),
    handler: 'runsc',
    overhead: { podFixed: { cpu: '250m', memory: '64Mi' } },
  });
  // No scheduler takes it, so that it can be bound.
  await server.ensure({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'unbound', namespace: NAMESPACE },
    spec: {
      schedulerName: 'nobody',
      serviceAccountName: 'builder',
      containers: [{ name: 'web', image: 'nginx:1.29' }],
    },
  });
}

/** One mutant a line, so that files can be joined, and lines be found. */
export function save(file: string, judged: readonly Judged[]): void {
  writeFileSync(file, judged.map((one) => `${JSON.stringify(one)}\n`).join(''));
}

export function replay(file: string): readonly Judged[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Judged);
}

/**
 * The kinds of a table whose names are like one that somebody typed: `StatefulSet`, `autoscaling/v2/HorizontalPodAutoscaler`.
 *
 * @throws Error when there are none
 */
export function kindsLike(name: string, table: Schema): readonly string[] {
  const kinds = Object.keys(table.kinds).filter((kind) => kind === name || kind.endsWith(`/${name}`));
  if (kinds.length === 0) throw new Error(`no kind is called "${name}": write it as in apps/v1/StatefulSet`);
  return kinds;
}
