import type { CronJob, CrossVersionObjectReference } from '../../../../imports/kubernetes/types';
import type { Quantity } from '../../../../src/manifest/quantity';
import { eviction, isEvicted } from '../answers';
import {
  both,
  has,
  isIgnored,
  isNotReadyAfter,
  isReady,
  isReadySomewhere,
  isSettled,
  neverStarts,
  says,
} from '../evidence';
import { deployment, resolves, service, statefulSet, template, triesUntil } from '../manifests';
import { mistake, type Mistake } from '../mistake';

function cronJob(name: string, spec: Partial<NonNullable<CronJob['spec']>>): object {
  return {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name },
    spec: {
      schedule: '* * * * *',
      jobTemplate: { spec: { template: template(name, { command: ['true'] }, { restartPolicy: 'Never' }) } },
      ...spec,
    },
  };
}

function budget(name: string, spec: object): object {
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name },
    spec: { selector: { matchLabels: { app: name } }, ...spec },
  };
}

function autoscaler(name: string, target: Partial<CrossVersionObjectReference>): object {
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name },
    spec: { maxReplicas: 2, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name, ...target } },
  };
}

const SCALER = 'autoscaling/v2/HorizontalPodAutoscaler';
const VIOLATES = /would violate the pod's disruption budget/;

/** What controllers cannot do. */
export const CONTROLLERS: readonly Mistake[] = [
  mistake({
    name: 'set',
    code: 'stateful-set-name-length',
    wrong: 60,
    right: 52,
    manifests: (length, name) => [
      {
        apiVersion: 'apps/v1',
        kind: 'StatefulSet',
        metadata: { name: `${name}-`.padEnd(length, 'x') },
        spec: { selector: { matchLabels: { app: name } }, template: template(name) },
      },
    ],
    fails: says('FailedCreate', /no more than 63/),
    works: isReady,
  }),
  mistake({
    name: 'never',
    code: 'schedule-never-runs',
    wrong: '0 0 31 2 *',
    right: '0 0 31 12 *',
    manifests: (schedule, name) => [cronJob(name, { schedule })],
    fails: says('InvalidSchedule'),
  }),
  mistake({
    name: 'too-late',
    code: 'starting-deadline',
    wrong: 0,
    right: 60,
    manifests: (startingDeadlineSeconds, name) => [cronJob(name, { startingDeadlineSeconds })],
    fails: neverStarts,
    works: isReady,
  }),
  mistake({
    name: 'no-progress',
    code: 'short-progress-deadline',
    wrong: 200,
    right: 1,
    manifests: (initialDelaySeconds, name) => [
      deployment(
        name,
        template(name, { readinessProbe: { exec: { command: ['true'] }, periodSeconds: 1, initialDelaySeconds } }),
        { progressDeadlineSeconds: 20 },
      ),
    ],
    fails: has('apps/v1/Deployment', 'Progressing', 'False', /ProgressDeadlineExceeded/),
    works: has('apps/v1/Deployment', 'Progressing', 'True', /NewReplicaSetAvailable/),
  }),
  mistake({
    name: 'all-of-them',
    code: 'blocked-evictions',
    wrong: '100%',
    right: '50%',
    manifests: (minAvailable, name) => [
      deployment(name, template(name), { replicas: 2 }),
      budget(name, { minAvailable }),
    ],
    fails: eviction(VIOLATES),
    works: isEvicted,
  }),
  mistake({
    name: 'as-many-as-there-are',
    code: 'blocked-evictions',
    wrong: 2,
    right: 1,
    manifests: (minAvailable, name) => [
      deployment(name, template(name), { replicas: 2 }),
      budget(name, { minAvailable }),
    ],
    fails: eviction(VIOLATES),
  }),
  mistake({
    name: 'none-may-go',
    code: 'blocked-evictions',
    wrong: 0,
    right: 1,
    manifests: (maxUnavailable, name) => [deployment(name), budget(name, { maxUnavailable })],
    fails: eviction(VIOLATES),
  }),
  mistake({
    name: 'misspelt-target',
    code: 'misspelt-reference',
    wrong: '-wbe',
    right: '-web',
    manifests: (suffix, name) => [deployment(`${name}-web`), autoscaler(name, { name: name + suffix })],
    fails: has(SCALER, 'AbleToScale', 'False', /FailedGetScale/),
    works: has(SCALER, 'AbleToScale', 'True'),
  }),
  mistake({
    name: 'image-with-space',
    code: 'refused-pods',
    wrong: 'testbed/busybox:1 ',
    right: 'testbed/busybox:1',
    manifests: (image, name) => [deployment(name, template(name, { image }))],
    fails: says('FailedCreate', /leading or trailing whitespace/),
    works: isReady,
  }),
  mistake({
    name: 'number-of-priority',
    code: 'refused-pods',
    wrong: 1000,
    right: 0,
    manifests: (priority, name) => [deployment(name, template(name, {}, { priority }))],
    fails: says('FailedCreate', /must not be provided in pod spec|integer value of priority/),
    works: isReady,
  }),
  mistake({
    name: 'scaled-daemon',
    code: 'unscalable-target',
    wrong: 'DaemonSet',
    right: 'Deployment',
    manifests: (kind, name) => [{ ...deployment(name), kind }, autoscaler(name, { kind })],
    fails: has(SCALER, 'AbleToScale', 'False', /FailedGetScale/),
    works: has(SCALER, 'AbleToScale', 'True'),
  }),
  mistake({
    name: 'group-of-old',
    code: 'unscalable-target',
    wrong: 'extensions/v1beta1',
    right: 'apps/v1',
    manifests: (apiVersion, name) => [deployment(name), autoscaler(name, { apiVersion })],
    fails: has(SCALER, 'AbleToScale', 'False', /FailedGetScale/),
  }),
  mistake({
    name: 'two-scalers',
    code: 'duplicate-autoscaler',
    wrong: '-a',
    right: '-b',
    manifests: (suffix, name) => [
      deployment(`${name}-a`, template(`${name}-a`)),
      deployment(`${name}-b`, template(`${name}-b`)),
      autoscaler(`${name}-1`, { name: `${name}-a` }),
      autoscaler(`${name}-2`, { name: name + suffix }),
    ],
    fails: has(SCALER, 'ScalingActive', 'False', /AmbiguousSelector/),
  }),
  mistake({
    name: 'one-selector',
    code: 'overlapping-selectors',
    wrong: '-a',
    right: '-b',
    manifests: (suffix, name) => [
      deployment(`${name}-a`, template(`${name}-a`)),
      deployment(`${name}-b`, template(name + suffix)),
      autoscaler(`${name}-1`, { name: `${name}-a` }),
      autoscaler(`${name}-2`, { name: `${name}-b` }),
    ],
    fails: has(SCALER, 'ScalingActive', 'False', /AmbiguousSelector/),
  }),
  mistake({
    name: 'two-budgets',
    code: 'overlapping-budgets',
    wrong: 'two-budgets',
    right: 'other-budget',
    manifests: (app, name) => [
      deployment(name),
      deployment('other-budget', template('other-budget')),
      budget(`${name}-1`, { maxUnavailable: 1, selector: { matchLabels: { app: name } } }),
      budget(`${name}-2`, { maxUnavailable: 1, selector: { matchLabels: { app } } }),
    ],
    fails: eviction(/more than one PodDisruptionBudget/),
  }),
  mistake<object>({
    name: 'budget-of-a-job',
    code: 'uncounted-pods',
    wrong: { maxUnavailable: 1 },
    right: { minAvailable: 0 },
    manifests: (amount, name) => [
      {
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata: { name },
        spec: { template: template(name, {}, { restartPolicy: 'Never' }) },
      },
      budget(name, amount),
    ],
    fails: eviction(VIOLATES),
    works: isEvicted,
  }),
  mistake<object>({
    name: 'budget-of-no-pods',
    code: 'selects-nothing',
    wrong: { app: 'budget-of-no-pod' },
    right: { app: 'right-budget-of-no-pods' },
    manifests: (matchLabels, name) => [
      deployment(name),
      budget(name, { maxUnavailable: 1, selector: { matchLabels } }),
    ],
    fails: both(isSettled, has('policy/v1/PodDisruptionBudget', 'DisruptionAllowed', 'False', /InsufficientPods/)),
    works: has('policy/v1/PodDisruptionBudget', 'DisruptionAllowed', 'True'),
  }),
  mistake<object>({
    name: 'quota',
    code: 'quota-without-amount',
    isAlone: true,
    wrong: {},
    right: { resources: { limits: { memory: '16Mi' } } },
    manifests: (container, name) => [
      {
        apiVersion: 'v1',
        kind: 'ResourceQuota',
        metadata: { name },
        spec: { hard: { 'limits.memory': '1Gi' } },
      },
      deployment(name, template(name, container)),
    ],
    fails: says('FailedCreate', /must specify limits.memory/),
    works: isReady,
  }),
  mistake<Quantity>({
    name: 'more-than-the-range',
    code: 'limit-range-amount',
    isAlone: true,
    wrong: '64Mi',
    right: '32Mi',
    manifests: (memory, name) => [
      {
        apiVersion: 'v1',
        kind: 'LimitRange',
        metadata: { name },
        spec: { limits: [{ type: 'Container', max: { memory: '32Mi' } }] },
      },
      deployment(name, template(name, { resources: { limits: { memory } } })),
    ],
    fails: says('FailedCreate', /maximum memory usage per Container/),
    works: isReady,
  }),
  mistake<Quantity>({
    name: 'more-than-by-default',
    code: 'limit-range-amount',
    isAlone: true,
    wrong: '64Mi',
    right: '32Mi',
    manifests: (memory, name) => [
      {
        apiVersion: 'v1',
        kind: 'LimitRange',
        metadata: { name },
        spec: { limits: [{ type: 'Container', default: { memory: '32Mi' } }] },
      },
      deployment(name, template(name, { resources: { requests: { memory } } })),
    ],
    fails: says('FailedCreate', /must be less than or equal to memory limit/),
  }),
  mistake({
    name: 'daemon',
    code: 'daemon-set-name-length',
    wrong: 4,
    right: 3,
    manifests: (parts, name) => [
      {
        ...deployment(name),
        kind: 'DaemonSet',
        metadata: { name: [name, ...Array.from({ length: parts }, () => 'x'.repeat(60))].join('.') },
      },
    ],
    fails: isIgnored,
    works: isReadySomewhere,
  }),
  mistake({
    name: 'set-of-no-service',
    code: 'missing-object',
    wrong: 'set-pods',
    right: 'right-set-of-no-service',
    manifests: (serviceName, name, namespace) => [
      service(name, { port: 80 }, { clusterIP: 'None', publishNotReadyAddresses: true }),
      statefulSet(
        name,
        template(name, triesUntil(resolves(`${name}-0.${serviceName}.${namespace}.svc.cluster.local`))),
        serviceName,
      ),
    ],
    fails: isNotReadyAfter(15),
    works: isReady,
  }),
];
