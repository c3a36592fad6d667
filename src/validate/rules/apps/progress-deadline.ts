import type { Rule } from '../../rule';

const DEFAULT = 600;

export const progressDeadline: Rule<'DeploymentSpec'> = {
  code: 'progress-deadline',
  severity: 'error',
  on: 'DeploymentSpec',
  needs: ['DeploymentSpec.progressDeadlineSeconds', 'DeploymentSpec.minReadySeconds'],
  summary:
    'A Deployment has longer to make progress than a new pod needs to count as available, or every update would fail.',
  mirrors: 'pkg/apis/apps/validation/validation.go: ValidateDeploymentSpec',
  check({ progressDeadlineSeconds = DEFAULT, minReadySeconds = 0 }, at, report) {
    if (progressDeadlineSeconds > minReadySeconds) return;
    const message = `is ${progressDeadlineSeconds}, and minReadySeconds is ${minReadySeconds}`;
    report(at.field('progressDeadlineSeconds'), message, `give more than ${Math.max(minReadySeconds, 0)}`);
  },
};
