import type { PersistentVolumeClaim } from '../../manifest/kubernetes';
import { defined } from '../../values/defined';
import type { Env } from '../../pod/environment';
import type { ScheduledJobProps, ScheduledWork } from '../scheduled-job/props';
import type { Backup, BackupVolume, StatefulDatabaseProps } from './props';
import type { ResolvedDatabase } from './resolve';

/** The claim that holds the dumps. It belongs to no pod, so that it outlives each run. */
export function backupVolume({ identity, backupName }: ResolvedDatabase, volume: BackupVolume): PersistentVolumeClaim {
  const { size, storageClassName, accessModes = ['ReadWriteOnce'] } = volume;
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: backupName, labels: identity.labels },
    spec: defined({ accessModes, storageClassName, resources: { requests: { storage: size } } }),
  };
}

/** The props of the ScheduledJob: what the backup says, and for the rest what the database says. */
export function backupJob(
  { props, ports, backupName }: ResolvedDatabase,
  backup: Backup,
  host: string,
): ScheduledJobProps {
  const {
    schedule,
    timeZone,
    concurrencyPolicy,
    startingDeadlineSeconds,
    successfulJobsHistoryLimit,
    failedJobsHistoryLimit,
  } = backup;
  const [port] = ports;
  const where: Env = { HOST: host, ...(port && { PORT: String(port.port) }) };
  return defined({
    name: backupName,
    schedule,
    timeZone,
    concurrencyPolicy,
    startingDeadlineSeconds,
    successfulJobsHistoryLimit,
    failedJobsHistoryLimit,
    suspend: backup.suspend,
    labels: props.labels,
    overrides: props.overrides?.backup,
    job: defined({
      image: backup.image ?? props.image,
      imagePullPolicy: props.imagePullPolicy,
      imagePullSecrets: props.imagePullSecrets,
      ...runsAs(props, backup),
      serviceAccount: backup.serviceAccount,
      containerName: 'backup',
      command: backup.command,
      args: backup.args,
      env: { ...props.env, ...where, ...backup.env },
      envFrom: props.envFrom,
      mounts: {
        ...(backup.volume && { [backup.volume.mountPath]: { persistentVolumeClaim: { claimName: backupName } } }),
        ...backup.mounts,
      },
      resources: backup.resources,
      backoffLimit: backup.backoffLimit,
      activeDeadlineSeconds: backup.activeDeadlineSeconds,
      nodeSelector: props.nodeSelector,
      tolerations: props.tolerations,
    }),
  });
}

/** Another user is that of another image, for which the database's privilege is not meant. */
function runsAs(
  database: StatefulDatabaseProps,
  { user, group }: Backup,
): Pick<ScheduledWork, 'user' | 'group' | 'privilege'> {
  if (user !== undefined) return defined({ user, group });
  return defined({ user: database.user, group: group ?? database.group, privilege: database.privilege });
}
