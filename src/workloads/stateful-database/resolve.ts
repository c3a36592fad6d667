import type { IConstruct } from 'constructs';
import { dnsLabelProblem, labelKeyProblem, labelValueProblem, objectNameProblem } from '../../manifest/name';
import { mountPathProblem } from '../../manifest/path';
import { keyed, type Problems } from '../../manifest/problem';
import { compareQuantities, quantityProblem, type Quantity } from '../../manifest/quantity';
import type { Mounts } from '../../pod/mounts';
import { resolvePorts, type NamedPort } from '../../pod/ports';
import { checkDisruptionBudget } from '../pod-disruption-budget';
import { checkWorkload, resolveWorkload, type ResolvedWorkload } from '../resolve-workload';
import type { StatefulDatabaseProps, Storage } from './props';

/** A StatefulDatabase with its defaults decided. */
export interface ResolvedDatabase extends ResolvedWorkload {
  readonly props: StatefulDatabaseProps;
  readonly ports: readonly NamedPort[];
  readonly replicas: number;
  /** Every volume of the claim templates, by name, in the order given. */
  readonly storage: Readonly<Record<string, Storage>>;
  readonly headlessName: string;
  readonly backupName: string;
}

export function resolveDatabase(construct: IConstruct, props: StatefulDatabaseProps): ResolvedDatabase {
  const ports = resolvePorts('db', props.port, props.ports);
  const { replicas = 1 } = props;
  const storage = { ...(props.storage && { [props.storage.name ?? 'data']: props.storage }), ...props.additionalStorage };
  const workload = resolveWorkload(construct, 'database', props, {
    ports,
    claims: Object.keys(storage),
    mounts: storageMounts(storage),
    spread: props.spread ?? replicas > 1,
  });
  const { name } = workload.identity;
  return { ...workload, props, ports, replicas, storage, headlessName: `${name}-pods`, backupName: `${name}-backup` };
}

export function checkDatabase(problems: Problems, database: ResolvedDatabase): void {
  const { identity, props, backupName } = database;
  checkWorkload(problems, 'StatefulSet', database);
  if (objectNameProblem('StatefulSet', identity.name) === undefined) {
    problems.check(props.name === undefined ? 'id' : 'name', identity.name, (name) => objectNameProblem('Service', name));
  }
  if (props.user === undefined) {
    problems.add('user', undefined, 'is missing: give the numeric id that the image runs as, such as 999 for postgres');
  }
  if (props.replicas !== undefined) checkCount(problems, 'replicas', props.replicas);
  if (props.ordinals !== undefined) checkCount(problems, 'ordinals.start', props.ordinals.start);
  if (props.minReadySeconds !== undefined) checkCount(problems, 'minReadySeconds', props.minReadySeconds);
  if (props.revisionHistoryLimit !== undefined) checkCount(problems, 'revisionHistoryLimit', props.revisionHistoryLimit);
  checkUpdateStrategy(problems, database);
  checkDisruptionBudget(problems, props.podDisruptionBudget);
  if (props.storage) checkStorage(problems.at('storage'), props.storage.name ?? 'data', props.storage);
  for (const [name, storage] of Object.entries(props.additionalStorage ?? {})) {
    checkStorage(problems.at(keyed('additionalStorage', name)), name, storage);
  }
  if (props.storage && (props.storage.name ?? 'data') in (props.additionalStorage ?? {})) {
    problems.add('additionalStorage', props.storage.name ?? 'data', 'is the name of storage: take another');
  }
  if (props.backup === undefined) return;
  problems.check('backup', backupName, (name) => objectNameProblem('CronJob', name));
  const { volume } = props.backup;
  if (volume) problems.check('backup.volume.size', volume.size, sizeProblem);
}

function checkStorage(problems: Problems, name: string, storage: Storage): void {
  problems.check('name', name, dnsLabelProblem);
  problems.check('mountPath', storage.mountPath, mountPathProblem);
  problems.check('size', storage.size, sizeProblem);
  for (const [key, value] of Object.entries(storage.labels ?? {})) {
    problems.check('labels', key, labelKeyProblem);
    problems.check(keyed('labels', key), value, labelValueProblem);
  }
  if (storage.accessModes?.length === 0) problems.add('accessModes', undefined, 'are empty: leave them out for ReadWriteOnce');
  if (storage.accessModes?.includes('ReadWriteOncePod') && storage.accessModes.length > 1) {
    problems.add('accessModes', undefined, 'have others beside ReadWriteOncePod: it stands alone');
  }
}

function checkUpdateStrategy(problems: Problems, { props, replicas }: ResolvedDatabase): void {
  const { type, rollingUpdate } = props.updateStrategy ?? {};
  if (type === 'OnDelete' && rollingUpdate !== undefined) {
    problems.add('updateStrategy.rollingUpdate', undefined, 'stands beside type OnDelete: leave one of them out');
  }
  const { partition } = rollingUpdate ?? {};
  if (partition === undefined) return;
  const start = props.ordinals?.start ?? 0;
  checkCount(problems, 'updateStrategy.rollingUpdate.partition', partition);
  if (partition > start + replicas) {
    const problem = `is beyond the last pod, ${start + replicas - 1}: no pod would be updated`;
    problems.add('updateStrategy.rollingUpdate.partition', partition, problem);
  }
}

function checkCount(problems: Problems, prop: string, value: number): void {
  if (!Number.isInteger(value) || value < 0) problems.add(prop, value, 'is not a whole number from 0');
}

function sizeProblem(size: Quantity): string | undefined {
  const problem = quantityProblem(size);
  if (problem !== undefined) return problem;
  return compareQuantities(size, 1) < 0 ? 'is not even a byte: write the size with its unit, such as "20Gi"' : undefined;
}

function storageMounts(storage: Readonly<Record<string, Storage>>): Mounts {
  return Object.fromEntries(
    Object.entries(storage).map(([volume, { mountPath, subPath }]) => [mountPath, { volume, ...(subPath !== undefined && { subPath }) }]),
  );
}
