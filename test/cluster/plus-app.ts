import { Cron, Duration, Size, Testing } from 'cdk8s';
import * as plus from 'cdk8s-plus-28';

/** What cdk8s-plus-28 makes of each of its constructs, as manifests. */
export function plusManifests(): readonly unknown[] {
  const chart = Testing.chart();
  const containers = [{ image: 'nginx:1.29', portNumber: 8080 }];
  const settings = new plus.ConfigMap(chart, 'settings', { data: { level: 'info' } });
  const password = new plus.Secret(chart, 'password', { stringData: { password: 'x' } });
  const deployment = new plus.Deployment(chart, 'web', { containers, replicas: 2 });
  const container = deployment.containers[0];
  container?.env.addVariable('LEVEL', plus.EnvValue.fromConfigMap(settings, 'level'));
  container?.env.addVariable('PASSWORD', plus.EnvValue.fromSecretValue({ secret: password, key: 'password' }));
  container?.mount('/settings', plus.Volume.fromConfigMap(chart, 'settings-volume', settings));
  container?.mount('/tmp', plus.Volume.fromEmptyDir(chart, 'tmp', 'tmp', { sizeLimit: Size.mebibytes(64) }));
  deployment.scheduling.spread({ topology: plus.Topology.ZONE });
  const service = deployment.exposeViaService({ ports: [{ port: 80, targetPort: 8080 }] });
  const ingress = new plus.Ingress(chart, 'ingress');
  ingress.addHostRule(
    'shop.example.com',
    '/',
    plus.IngressBackend.fromService(service),
    plus.HttpIngressPathType.PREFIX,
  );
  const scaled = new plus.Deployment(chart, 'scaled', { containers });
  new plus.HorizontalPodAutoscaler(chart, 'scaler', {
    target: scaled,
    maxReplicas: 5,
    metrics: [plus.Metric.resourceCpu(plus.MetricTarget.averageUtilization(70))],
  });
  const database = new plus.StatefulSet(chart, 'database', {
    service: new plus.Service(chart, 'database-service', { ports: [{ port: 5432 }], clusterIP: 'None' }),
    containers: [{ image: 'postgres:16.4', portNumber: 5432 }],
  });
  database.connections.allowFrom(deployment);
  const claim = new plus.PersistentVolumeClaim(chart, 'data', {
    storage: Size.gibibytes(1),
    accessModes: [plus.PersistentVolumeAccessMode.READ_WRITE_ONCE],
  });
  const pod = new plus.Pod(chart, 'pod', { containers: [{ image: 'busybox:1.36' }] });
  pod.containers[0]?.mount('/data', plus.Volume.fromPersistentVolumeClaim(chart, 'data-volume', claim));
  new plus.DaemonSet(chart, 'agent', { containers });
  new plus.Job(chart, 'job', { containers: [{ image: 'busybox:1.36' }], ttlAfterFinished: Duration.minutes(5) });
  new plus.CronJob(chart, 'cron', {
    containers: [{ image: 'busybox:1.36' }],
    schedule: Cron.daily(),
  });
  const role = new plus.Role(chart, 'role');
  role.allowRead(plus.ApiResource.PODS);
  role.bind(new plus.ServiceAccount(chart, 'account'));
  new plus.Namespace(chart, 'namespace');
  return Testing.synth(chart) as readonly unknown[];
}
