import type { IConstruct } from 'constructs';
import { byteSizeProblem } from '../../manifest/byte-size';
import { checkLabels } from '../../manifest/labels';
import { dnsLabelProblem, objectNameProblem } from '../../manifest/name';
import { mountPathProblem, subPathProblem } from '../../manifest/path';
import { keyed, type Problems } from '../../props/problem';
import { compareQuantities, quantityProblem, type Quantity } from '../../manifest/quantity';
import { wholeNumberFrom } from '../../props/whole-number';
import { CONFIG_VOLUME } from '../../pod/config-files';
import { normalPath, type OwnMount } from '../../pod/mounts';
import { podPorts } from '../../pod/pod-template';
import { mainPorts, publicPorts, resolvePorts, type NamedPort } from '../../pod/ports';
import { resolveSpread } from '../../pod/scheduling';
import { checkNetworkAccess } from '../network-policy';
import { budgetWayOut, checkDisruptionBudget } from '../pod-disruption-budget';
import { checkSchedule } from '../scheduled-job/schedule';
import { checkWorkload, resolveWorkload, type ResolvedWorkload } from '../resolve-workload';
import { checkService, checkUntranslatedPorts, withServiceSide } from '../service';
import { sharedWaysOut, unless, unlessFalse, type WaysOut } from '../overrides';
import { takenVolumeProblem } from '../taken-volume';
import type { StatefulDatabaseOverrides, StatefulDatabaseProps, Storage } from './props';

/** A StatefulDatabase with its defaults decided. */
export interface ResolvedDatabase extends ResolvedWorkload {
  readonly props: StatefulDatabaseProps;
  /** The ports that are not for the pods alone, of all containers; the main one first. */
  readonly ports: readonly NamedPort[];
  /** Those for the pods alone too. */
  readonly podPorts: readonly NamedPort[];
  readonly serviceName: string;
  readonly replicas: number;
  /** Every volume of the claim templates, by name, in the order given. */
  readonly storage: Readonly<Record<string, Storage>>;
  readonly headlessName: string;
  readonly backupName: string;
}

export function resolveDatabase(construct: IConstruct, props: StatefulDatabaseProps): ResolvedDatabase {
  const all = withServiceSide(
    podPorts(resolvePorts(props.ports, { name: 'db', port: props.port }), props),
    props.service,
  );
  const { replicas = 1 } = props;
  const storage = {
    ...(props.storage && { [props.storage.name ?? 'data']: props.storage }),
    ...props.additionalStorage,
  };
  const workload = resolveWorkload(construct, 'database', props, {
    ports: mainPorts(all),
    claims: Object.keys(storage),
    mounts: storageMounts(props, storage),
    spread: resolveSpread(props.spread, replicas, props),
  });
  const { name } = workload.identity;
  return {
    ...workload,
    props,
    ports: publicPorts(all),
    podPorts: all,
    serviceName: (props.service ? props.service.name : undefined) ?? name,
    replicas,
    storage,
    headlessName: props.headlessServiceName ?? headlessNameOf(name),
    backupName: `${name}-backup`,
  };
}

/** What the headless Service of a database is called, unless its props say otherwise. */
export function headlessNameOf(database: string): string {
  return `${database}-pods`;
}

export function checkDatabase(problems: Problems, database: ResolvedDatabase): void {
  const { props, ports, replicas, backupName } = database;
  const hasOtherName = props.service === false || props.service?.name !== undefined;
  checkWorkload(problems, hasOtherName ? ['StatefulSet'] : ['StatefulSet', 'Service'], database);
  if (props.user === undefined) {
    problems.add('user', undefined, 'is missing: give the numeric id that the image runs as, such as 999 for postgres');
  }
  problems.check('replicas', props.replicas, wholeNumberFrom(0));
  problems.check('ordinals.start', props.ordinals?.start, wholeNumberFrom(0));
  problems.check('minReadySeconds', props.minReadySeconds, wholeNumberFrom(0));
  problems.check('revisionHistoryLimit', props.revisionHistoryLimit, wholeNumberFrom(0));
  if (props.service === false) checkUntranslatedPorts(problems, ports, 'with service: false');
  else checkService(problems, ports, props.service, props.overrides?.service?.spec?.type);
  if (props.service && ports.length === 0) {
    problems.add('service', undefined, 'has nothing to show: give port, or ports that are not for the pods alone');
  }
  problems.check('headlessServiceName', props.headlessServiceName, (name) => headlessNameProblem(name, database));
  checkNetworkAccess(problems, props.networkPolicy, database.podPorts);
  checkUpdateStrategy(problems, database);
  checkDisruptionBudget(problems, props.podDisruptionBudget, replicas);
  checkStorages(problems, props);
  if (props.backup === undefined) return;
  problems.check('backup', backupName, (name) => objectNameProblem('CronJob', name));
  checkSchedule(problems.at('backup'), props.backup);
  const { volume, mounts } = props.backup;
  if (volume === undefined) return;
  problems.check('backup.volume.mountPath', volume.mountPath, mountPathProblem);
  problems.check('backup.volume.size', volume.size, sizeProblem);
  if (Object.keys(mounts ?? {}).some((path) => normalPath(path) === normalPath(volume.mountPath))) {
    problems.add('backup.mounts', volume.mountPath, 'is where backup.volume is mounted: take another path');
  }
}

export function waysOut(database: ResolvedDatabase): WaysOut<StatefulDatabaseOverrides> {
  const { ports, replicas, props } = database;
  return {
    ...sharedWaysOut(database),
    statefulSet: undefined,
    headlessService: undefined,
    service: unlessFalse('service', props.service) ?? unless(ports.length > 0, 'give a port'),
    podDisruptionBudget: budgetWayOut(props.podDisruptionBudget, replicas),
    networkPolicy: unlessFalse('networkPolicy', props.networkPolicy),
    // Its own overrides are checked by the ScheduledJob that it is.
    backup: unless(props.backup, 'give backup'),
    backupVolume: unless(props.backup?.volume, 'give backup.volume'),
  };
}

function headlessNameProblem(name: string, { ports, props, serviceName }: ResolvedDatabase): string | undefined {
  const clash = ports.length > 0 && props.service !== false && name === serviceName;
  return clash ? 'is the name of the Service for clients: take another' : objectNameProblem('Service', name);
}

function checkStorages(problems: Problems, { storage, additionalStorage, config }: StatefulDatabaseProps): void {
  const taken = new Map(config && [[CONFIG_VOLUME, 'the config files']]);
  if (storage) {
    const { name = 'data' } = storage;
    checkStorage(problems.at('storage'), storage);
    problems.check('storage.name', name, (text) => takenVolumeProblem(taken.get(text)) ?? dnsLabelProblem(text));
    taken.set(name, 'storage');
  }
  for (const [name, each] of Object.entries(additionalStorage ?? {})) {
    problems.check('additionalStorage', name, (text) => takenVolumeProblem(taken.get(text)) ?? dnsLabelProblem(text));
    checkStorage(problems.at(keyed('additionalStorage', name)), each);
  }
}

function checkStorage(problems: Problems, storage: Storage): void {
  problems.check('mountPath', storage.mountPath, mountPathProblem);
  problems.check('subPath', storage.subPath, subPathProblem);
  problems.check('size', storage.size, sizeProblem);
  checkLabels(problems, 'labels', storage.labels);
  if (storage.accessModes?.length === 0)
    problems.add('accessModes', undefined, 'are empty: leave them out for ReadWriteOnce');
  if (storage.accessModes?.includes('ReadWriteOncePod') && storage.accessModes.length > 1) {
    problems.add('accessModes', undefined, 'have others beside ReadWriteOncePod: it stands alone');
  }
}

function checkUpdateStrategy(problems: Problems, { props, replicas }: ResolvedDatabase): void {
  const { type, rollingUpdate } = props.updateStrategy ?? {};
  if (type === 'OnDelete' && rollingUpdate !== undefined) {
    problems.add('updateStrategy.rollingUpdate', undefined, 'stands beside type "OnDelete": leave one of them out');
  }
  const { partition } = rollingUpdate ?? {};
  if (partition === undefined) return;
  const start = props.ordinals?.start ?? 0;
  const prop = 'updateStrategy.rollingUpdate.partition';
  problems.check(prop, partition, wholeNumberFrom(0));
  if (partition <= start + replicas) return;
  problems.add(
    prop,
    partition,
    `is beyond the last pod, ${start + replicas - 1}: use ${start + replicas} to update none`,
  );
}

function sizeProblem(size: Quantity): string | undefined {
  const problem = quantityProblem(size);
  if (problem !== undefined) return problem;
  if (compareQuantities(size, 1) < 0) return 'is not even a byte: write the size with its unit, such as "20Gi"';
  return byteSizeProblem(size, 'Gi');
}

function storageMounts(props: StatefulDatabaseProps, storage: Readonly<Record<string, Storage>>): readonly OwnMount[] {
  return Object.entries(storage).map(([volume, each]) => ({
    prop: each === props.storage ? 'storage' : keyed('additionalStorage', volume),
    path: each.mountPath,
    mount: { volume, ...(each.subPath !== undefined && { subPath: each.subPath }) },
  }));
}
