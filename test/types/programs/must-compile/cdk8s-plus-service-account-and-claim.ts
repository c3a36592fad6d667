import { Size, Testing } from 'cdk8s';
import { PersistentVolumeAccessMode, PersistentVolumeClaim, ServiceAccount } from 'cdk8s-plus-28';
import { BatchJob, ScheduledJob } from 'cdk8s-workloads';

export const chart = Testing.chart();
const account = new ServiceAccount(chart, 'account');
const claim = new PersistentVolumeClaim(chart, 'claim', {
  storage: Size.gibibytes(1),
  accessModes: [PersistentVolumeAccessMode.READ_WRITE_ONCE],
});

new BatchJob(chart, 'migrate', {
  image: 'ghcr.io/shop/api:2.3.1',
  serviceAccount: account,
  mounts: { '/dumps': { persistentVolumeClaim: { claimName: claim } } },
});
new ScheduledJob(chart, 'report', {
  schedule: '@daily',
  job: {
    image: 'ghcr.io/shop/report:1.9.0',
    serviceAccount: ServiceAccount.fromServiceAccountName(chart, 'imported', 'reporter'),
    volumes: { dumps: { persistentVolumeClaim: { claimName: 'by-name' } } },
  },
});
