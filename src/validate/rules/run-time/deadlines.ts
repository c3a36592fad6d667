import type { Rule } from '../../rule';

export const startingDeadline: Rule<'CronJobSpec'> = {
  code: 'starting-deadline',
  severity: 'warning',
  on: 'CronJobSpec',
  needs: ['CronJobSpec.startingDeadlineSeconds'],
  summary:
    'A startingDeadlineSeconds leaves the controller 10 seconds at least, because a run that it comes to later is left out: with 0, all are.',
  mirrors: 'pkg/controller/cronjob/utils.go: mostRecentScheduleTime',
  check({ startingDeadlineSeconds: seconds }, at, report) {
    if (seconds === undefined || seconds >= 10) return;
    report(
      at.field('startingDeadlineSeconds'),
      `is ${seconds}, but the controller may come 10 seconds late, and leaves out a run that is overdue`,
      'allow 60, or more',
    );
  },
};

export const shortProgressDeadline: Rule<'DeploymentSpec'> = {
  code: 'short-progress-deadline',
  severity: 'warning',
  on: 'DeploymentSpec',
  needs: ['DeploymentSpec.progressDeadlineSeconds'],
  summary: 'A progressDeadlineSeconds is longer than its pods need to be ready, or each rollout counts as failed.',
  mirrors: 'pkg/controller/deployment/util/deployment_util.go: DeploymentTimedOut',
  check({ progressDeadlineSeconds: deadline, minReadySeconds = 0, template }, at, report) {
    // A deadline that minReadySeconds exceeds is an error.
    if (deadline === undefined || deadline <= minReadySeconds) return;
    const delays = (template.spec?.containers ?? []).map(
      ({ readinessProbe }) => readinessProbe?.initialDelaySeconds ?? 0,
    );
    const least = Math.max(0, ...delays) + minReadySeconds;
    if (deadline > least) return;
    const message = `is ${deadline}, and the pods are ready after ${least} s at the earliest`;
    report(at.field('progressDeadlineSeconds'), message, 'make it longer');
  },
};

export const preStopSleep: Rule<'PodSpec'> = {
  code: 'pre-stop-sleep',
  severity: 'warning',
  on: 'PodSpec',
  needs: ['Lifecycle.preStop'],
  summary: 'A preStop hook ends within the grace period, or the container is killed without having been asked to stop.',
  mirrors: 'pkg/kubelet/kuberuntime/kuberuntime_container.go: executePreStopHook',
  check({ containers, terminationGracePeriodSeconds: grace = 30 }, at, report) {
    containers.forEach(({ lifecycle }, index) => {
      const command = lifecycle?.preStop?.exec?.command;
      if (command === undefined) return;
      const seconds = Number(/(?:^|[\s;&/])sleep (\d+)s?(?:$|[\s;&])/.exec(command.join(' '))?.[1] ?? 0);
      if (seconds < grace) return;
      const here = at
        .field('containers')
        .item(index)
        .field('lifecycle')
        .field('preStop')
        .field('exec')
        .field('command');
      const fix = 'make terminationGracePeriodSeconds longer, or sleep less';
      report(here, `sleeps ${seconds} s, and all of the pod is killed after ${grace} s`, fix);
    });
  },
};
