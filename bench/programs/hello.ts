import { Chart } from 'cdk8s';
import { App, WebService } from '../../src/index';

// node hello.js <outdir> <validation>
const [outdir, validation] = process.argv.slice(2);
const app = new App({ outdir, validation: validation === 'off' ? 'off' : 'error' });
const chart = new Chart(app, 'hello', { namespace: 'hello' });
new WebService(chart, 'hello', {
  image: 'ghcr.io/example/hello:1.4.2',
  port: 8080,
  replicas: 2,
  env: { GREETING: 'Hello, World' },
  resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '64Mi' } },
  probes: { readiness: { httpGet: { path: '/healthz', port: 8080 } } },
});
app.synth();
