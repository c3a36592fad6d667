import { Cron, Testing } from 'cdk8s';
import { StatefulDatabase } from 'cdk8s-workloads';

export const chart = Testing.chart();

export const orders = new StatefulDatabase(chart, 'orders', {
  image: 'postgres:16.4',
  user: 999,
  port: 5432,
  env: { PGPASSWORD: { secretKeyRef: { name: 'orders', key: 'password' } } },
  backup: {
    schedule: Cron.daily(),
    timeZone: 'Asia/Seoul',
    image: 'ghcr.io/shop/backup:1.0.0',
    command: ['sh', '-c', 'pg_dumpall -h "$HOST" -p "$PORT" > /backup/all.sql'],
    args: [],
    env: { LEVEL: '9' },
    volume: { mountPath: '/backup', size: '50Gi', storageClassName: 'hdd', accessModes: ['ReadWriteMany'] },
    mounts: { '/scratch': { emptyDir: { sizeLimit: '1Gi' } } },
    resources: { limits: { memory: '256Mi' } },
    concurrencyPolicy: 'Forbid',
    startingDeadlineSeconds: 600,
    successfulJobsHistoryLimit: 7,
    failedJobsHistoryLimit: 1,
    suspend: false,
    backoffLimit: 2,
    activeDeadlineSeconds: 3600,
  },
  overrides: {
    backup: { cronJob: { spec: { jobTemplate: { spec: { ttlSecondsAfterFinished: 60 } } } } },
    backupVolume: { spec: { volumeMode: 'Filesystem' } },
  },
});

export const cronJob = orders.backup?.cronJob.name;
