import { Testing } from 'cdk8s';
import { Secret } from 'cdk8s-plus-28';
import { BatchJob, WebService } from 'cdk8s-workloads';

export const chart = Testing.chart();
const made = new Secret(chart, 'secret', { stringData: { token: 'x' } });
const imported = Secret.fromSecretName(chart, 'imported', 'api');

new BatchJob(chart, 'migrate', {
  image: 'ghcr.io/shop/api:2.3.1',
  env: { TOKEN: { secretKeyRef: { name: made, key: 'token' } } },
  envFrom: [{ secretRef: { name: imported } }],
  mounts: { '/etc/tls': { secret: { secretName: imported } } },
  imagePullSecrets: [made, imported, 'by-name'],
});
new WebService(chart, 'api', {
  image: 'ghcr.io/shop/api:2.3.1',
  port: 8080,
  ingress: { host: 'shop.example.com', tlsSecretName: made },
});
