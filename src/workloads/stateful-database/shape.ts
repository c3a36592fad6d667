import { amount, fields, list, map, only, such, text, type Table } from '../../props/shape';
import { POD, POD_ELSEWHERE } from '../../pod/pod-shape';
import { JOB } from '../batch-job/shape';
import { object, override, OVERRIDES, REPLICATED, SERVED, texts, WORKLOAD } from '../props-shape';
import { SCHEDULE, SCHEDULED_OVERRIDES } from '../scheduled-job/shape';
import type {
  Backup,
  BackupVolume,
  StatefulDatabaseOverrides,
  StatefulDatabaseProps,
  Storage,
  StorageRetention,
} from './props';

const STORAGE_EXAMPLE = '{ mountPath: "/data", size: "20Gi" }';
const backupVolume = {
  mountPath: such(text, '"/data"'),
  size: such(amount, '"20Gi"'),
  storageClassName: text,
  accessModes: list(text, '["ReadWriteOnce"]'),
} satisfies Table<BackupVolume>;
const storage = {
  ...backupVolume,
  subPath: text,
  labels: texts,
  annotations: texts,
  dataSource: object,
  volumeAttributesClassName: text,
} satisfies Table<Storage>;

/** The props of a StatefulDatabase. */
export const DATABASE_SHAPE = only<StatefulDatabaseProps>(
  {
    ...WORKLOAD,
    ...SERVED,
    ...REPLICATED,
    headlessServiceName: text,
    storage: only<NonNullable<StatefulDatabaseProps['storage']>>(
      {
        ...storage,
        name: text,
        retention: only<StorageRetention>({ whenDeleted: text, whenScaled: text }, '{ whenDeleted: "Delete" }'),
      },
      STORAGE_EXAMPLE,
      ['mountPath', 'size'],
    ),
    additionalStorage: map(
      only<Storage>(storage, STORAGE_EXAMPLE, ['mountPath', 'size'], {
        retention: 'use storage.retention, which is for all volumes',
      }),
      `{ wal: ${STORAGE_EXAMPLE} }`,
    ),
    updateStrategy: only<NonNullable<StatefulDatabaseProps['updateStrategy']>>(
      { type: text, rollingUpdate: fields({ partition: amount }) },
      '{ type: "OnDelete" }',
    ),
    podManagementPolicy: text,
    ordinals: only<NonNullable<StatefulDatabaseProps['ordinals']>>({ start: amount }, '{ start: 1 }'),
    backup: only<Backup>(
      {
        ...SCHEDULE,
        command: POD.command,
        args: POD.args,
        image: POD.image,
        env: POD.env,
        mounts: POD.mounts,
        resources: POD.resources,
        user: POD.user,
        group: POD.group,
        volume: only<BackupVolume>(backupVolume, STORAGE_EXAMPLE, ['mountPath', 'size']),
        serviceAccount: WORKLOAD.serviceAccount,
        backoffLimit: JOB.backoffLimit,
        activeDeadlineSeconds: JOB.activeDeadlineSeconds,
      },
      '{ schedule: "@daily", command: ["dump"] }',
      ['schedule', 'command'],
    ),
    overrides: only<StatefulDatabaseOverrides>(
      {
        ...OVERRIDES,
        statefulSet: override,
        service: override,
        headlessService: override,
        podDisruptionBudget: override,
        networkPolicy: override,
        backupVolume: override,
        backup: SCHEDULED_OVERRIDES,
      },
      undefined,
    ),
  },
  '{ image: "postgres:16.4", user: 999 }',
  [],
  POD_ELSEWHERE,
);
