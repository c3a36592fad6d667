// A kind of your own: its definition, and objects that are checked before a cluster sees them.
import { Chart } from 'cdk8s';
import { App } from 'cdk8s-workloads';
import { Todo } from './todo';

const app = new App();

// The API server must know the kind before the first object comes: apply this file, wait until it is Established, then the other.
const definitions = new Chart(app, 'definitions');
new Todo.Definition(definitions, 'todo');

const todos = new Chart(app, 'todo', { namespace: 'todo' });
todos.addDependency(definitions);

// The id is the name: `kubectl get todo ch20`. Try priority: 'urgent', or leave out the item: it does not compile.
new Todo(todos, 'ch20', {
  spec: { item: 'Finish chapter 20', dueDate: '2026-12-24T18:00:00+09:00', priority: 'high' },
});

new Todo(todos, 'ch21', {
  metadata: { labels: { part: '4' } },
  spec: { item: 'Look into chapter 21' }, // its priority will be normal
});

// The same kind as it was at first.
new Todo.versions.v1beta1(todos, 'ch19', { spec: { item: 'Repeat chapter 19' } });

app.synth();
