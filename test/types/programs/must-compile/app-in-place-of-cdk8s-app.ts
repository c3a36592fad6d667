import { App as CdkApp, Chart, YamlOutputType } from 'cdk8s';
import { App, BatchJob } from 'cdk8s-workloads';

const app: CdkApp = new App({ yamlOutputType: YamlOutputType.FILE_PER_APP, recordConstructMetadata: false });
export const chart = new Chart(app, 'jobs', { namespace: 'jobs', labels: { team: 'shop' } });

new BatchJob(chart, 'migrate', { image: 'ghcr.io/shop/api:2.3.1' });
