// Interchangeable pods behind one address: inside the cluster, at a port of every node, and from outside by host and path.
import { Chart } from 'cdk8s';
import { App, WebService } from 'cdk8s-workloads';

const app = new App();
const chart = new Chart(app, 'web-services', { namespace: 'web' });

// Ten pods; a rollout may take away two and add three at a time. `kubectl rollout undo` goes back.
new WebService(chart, 'mydeploy', {
  image: 'nginxinc/nginx-unprivileged:1.29.3',
  port: 8080,
  replicas: 10,
  strategy: { rollingUpdate: { maxUnavailable: '25%', maxSurge: '25%' } },
});

// The official image starts as root, and says why it may. Its rewritten path is what the Ingress sends it.
new WebService(chart, 'nginx', {
  image: 'nginx:1.29.3',
  privilege: {
    reason: 'starts as root to open port 80',
    root: true,
    capabilities: ['NET_BIND_SERVICE', 'CHOWN', 'SETGID', 'SETUID'],
  },
  mounts: { '/var/cache/nginx': { emptyDir: {} }, '/run': { emptyDir: {} } },
  port: 80,
  ingress: {
    className: 'nginx',
    host: 'localhost',
    paths: { '/testpath': { pathType: 'Prefix' } },
    annotations: { 'nginx.ingress.kubernetes.io/rewrite-target': '/' },
  },
});

new WebService(chart, 'nginx-np', {
  image: 'nginxinc/nginx-unprivileged:1.29.3',
  port: 8080,
  service: { type: 'NodePort', port: 80, nodePort: 31045 },
});

new WebService(chart, 'public', {
  image: 'nginxinc/nginx-unprivileged:1.29.3',
  port: 8080,
  service: {
    type: 'LoadBalancer',
    port: 80,
    externalTrafficPolicy: 'Local',
    loadBalancerSourceRanges: ['203.0.113.0/24'],
  },
});

// All old pods end before the first new one starts: for what must not run twice.
new WebService(chart, 'singleton', {
  image: 'ghcr.io/example/scheduler:1.0.0',
  service: false,
  strategy: { type: 'Recreate' },
});

app.synth();
