import { App, Chart, Size } from 'cdk8s';
import { Cpu, Deployment, EnvValue, Probe } from 'cdk8s-plus-28';

// The same as hello.ts in the words of cdk8s-plus-28, which makes the Deployment and the Service of it, and nothing else.
const app = new App({ outdir: process.argv[2] });
const chart = new Chart(app, 'hello', { namespace: 'hello' });
const deployment = new Deployment(chart, 'hello', {
  replicas: 2,
  containers: [
    {
      image: 'ghcr.io/example/hello:1.4.2',
      portNumber: 8080,
      envVariables: { GREETING: EnvValue.fromValue('Hello, World') },
      resources: {
        cpu: { request: Cpu.millis(50) },
        memory: { request: Size.mebibytes(64), limit: Size.mebibytes(64) },
      },
      readiness: Probe.fromHttpGet('/healthz', { port: 8080 }),
    },
  ],
});
deployment.exposeViaService();
app.synth();
