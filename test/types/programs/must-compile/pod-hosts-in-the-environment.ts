import { Testing } from 'cdk8s';
import { StatefulDatabase } from 'cdk8s-workloads';

export const chart = Testing.chart();

const members = 'search-members';
const seeds = [0, 1, 2].map((ordinal) => StatefulDatabase.podHost('search', ordinal, { headlessServiceName: members }));

new StatefulDatabase(chart, 'search', {
  image: 'elasticsearch:9.1.2',
  user: 1000,
  replicas: seeds.length,
  headlessServiceName: members,
  ports: { http: 9200, transport: { containerPort: 9300, service: false } },
  env: { 'discovery.seed_hosts': seeds.join(',') },
});
