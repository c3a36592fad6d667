import type { PersistentVolumeClaim } from '../../manifest/kubernetes';
import { defined } from '../../manifest/defined';
import type { Env } from '../../pod/environment';
import type { ScheduledJobProps } from '../scheduled-job/props';
import type { Backup, BackupVolume } from './props';
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
      user: props.user,
      group: props.group,
      privilege: props.privilege,
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
