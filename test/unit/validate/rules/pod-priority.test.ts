import { validate } from '../../../../src/validate/validate';

const pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'orders' },
  spec: { priority: 1000, containers: [{ name: 'orders', image: 'orders:3' }] },
};
const priorityClass = (globalDefault: boolean): object => ({
  apiVersion: 'scheduling.k8s.io/v1',
  kind: 'PriorityClass',
  metadata: { name: 'usual' },
  value: 1000,
  globalDefault,
});

// No dry run can show it: the class is not in the cluster then.
test('A Pod without a class may have the priority of the class that is for all pods', () => {
  expect(validate([priorityClass(true), pod])).toEqual([]);
  expect(validate([priorityClass(false), pod])).toEqual([expect.objectContaining({ code: 'pod-priority' })]);
});
