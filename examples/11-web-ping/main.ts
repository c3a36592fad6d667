// The resource of an operator that runs a program for each object: what the author may say is checked, and little is needed.
import { Chart } from 'cdk8s';
import { App } from 'cdk8s-workloads';
import { WebPinger } from './web-pinger';

const app = new App();

const definitions = new Chart(app, 'definitions');
new WebPinger.Definition(definitions, 'web-pinger');

const pingers = new Chart(app, 'web-ping', { namespace: 'web-ping' });
pingers.addDependency(definitions);

// What the operator makes of it is in children.ts: a Deployment wp-blog-sixeyed-com, its log in a volume.
new WebPinger(pingers, 'blog-sixeyed-com', { spec: { target: 'blog.sixeyed.com', interval: '7s' } });

new WebPinger(pingers, 'shop', { spec: { target: 'http://api.shop.svc:8080/healthz', method: 'GET' } });

app.synth();
