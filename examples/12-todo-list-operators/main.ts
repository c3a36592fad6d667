// Resources that others defined: a queue and a database, run by their operators, and an app of two parts that uses them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chart } from 'cdk8s';
import { App, KubernetesObject, WebService, type Mounts } from 'cdk8s-workloads';
import { importCustomResource } from 'cdk8s-workloads/custom-resource';
import { MysqlCluster } from './mysql-cluster';

// A definition that is read when the program runs: objects are checked by its schema, their spec has no type.
const NatsCluster = importCustomResource(readFileSync(join(__dirname, 'nats-cluster.crd.yaml'), 'utf8'));

const app = new App();

// Whoever installs the operators brings their definitions; here they are, so that a cluster without operators takes the objects.
const definitions = new Chart(app, 'definitions');
new NatsCluster.Definition(definitions, 'nats-cluster');
new MysqlCluster.Definition(definitions, 'mysql-cluster');

const todo = new Chart(app, 'todo-list-operators', { namespace: 'todo-list' });
todo.addDependency(definitions);

const queue = new NatsCluster(todo, 'todo-list-queue', {
  spec: { size: 3, version: '2.10.22', pod: { antiAffinity: true } },
});

// Its module was written by `npx cdk8s-workloads import mysql-cluster.crd.yaml --output mysql-cluster.ts`: its objects have types.
const database = new MysqlCluster(todo, 'todo-db', {
  spec: {
    mysqlVersion: '5.7',
    replicas: 2,
    secretName: 'todo-db-secret', // with ROOT_PASSWORD; a Secret belongs in no repository
    volumeSpec: {
      persistentVolumeClaim: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '10Gi' } } },
    },
    podSpec: { resources: { requests: { cpu: '200m', memory: '512Mi' }, limits: { memory: '512Mi' } } },
    backupSchedule: '0 15 3 * * *', // the operator's cron begins with the seconds
    backupURL: 's3://todo-list-backups/',
    backupSecretName: 'todo-backup-secret',
    backupScheduleJobsHistoryLimit: 7,
  },
});

const config = new KubernetesObject(todo, 'todo-list-config', {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  data: {
    'config.json': JSON.stringify({
      Database: { Provider: 'MySql', Host: `${database.name}-mysql-master` },
      MessageQueue: { Url: `nats://${queue.name}:4222` },
    }),
  },
});

// Both parts read the same files. What only one of them reads would better be its own `config`: a change of that rolls its pods.
const mounts: Mounts = {
  '/app/config': { configMap: { name: config } },
  '/app/secrets': { secret: { secretName: 'todo-list-secret', defaultMode: 0o400 } },
};

// The pages put what is to be saved into the queue, so that they stay quick when many write at once.
const web = new WebService(todo, 'todo-web', {
  image: 'ghcr.io/example/todo-web:2.1.0',
  user: 1654, // with its group, which Kubernetes lets read the secrets
  port: 8080,
  replicas: 2,
  mounts,
});

// The worker takes it out of the queue and writes it to the database, as fast as that can take it.
const saveHandler = new WebService(todo, 'todo-save-handler', {
  image: 'ghcr.io/example/todo-save-handler:2.1.0',
  user: 1654,
  service: false, // nobody calls it
  networkPolicy: { from: [] },
  mounts,
});

// What others need comes first in the file.
web.node.addDependency(queue, config);
saveHandler.node.addDependency(queue, database, config);

app.synth();
