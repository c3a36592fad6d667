// A resource of the whole cluster with a status, and what its controller will make of each object.
import { Chart } from 'cdk8s';
import { App } from 'cdk8s-workloads';
import { User } from './user';

const app = new App();

const definitions = new Chart(app, 'definitions');
new User.Definition(definitions, 'user');

// A User has no namespace: the chart's would not land on it either.
const users = new Chart(app, 'user');
users.addDependency(definitions);
new User(users, 'sre3', { spec: { email: 'sre3@kiamol.net', group: 'sre' } });
new User(users, 'sre4', { spec: { email: 'sre4@kiamol.net', group: 'sre' } });
new User(users, 'tester3', { spec: { email: 'tester3@kiamol.net', group: 'test' } });

app.synth();
