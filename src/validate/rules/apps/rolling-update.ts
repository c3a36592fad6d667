import { intOrPercentProblem } from '../../../manifest/percent';
import { checkField } from '../../check-field';
import type { Rule } from '../../rule';

export const unusedRollingUpdate: Rule<'DeploymentStrategy' | 'StatefulSetUpdateStrategy'> = {
  code: 'unused-rolling-update',
  severity: 'error',
  on: ['DeploymentStrategy', 'StatefulSetUpdateStrategy'],
  summary: 'A strategy says how to roll an update out only if that is what it does.',
  mirrors: 'pkg/apis/apps/validation/validation.go: ValidateDeploymentStrategy, ValidateStatefulSetSpec',
  check({ type, rollingUpdate }, at, report) {
    if (rollingUpdate === undefined || (type !== 'Recreate' && type !== 'OnDelete')) return;
    report(at.field('rollingUpdate'), `is there, and the type is "${type}"`, 'take one of them away');
  },
};

export const deploymentRollingUpdate: Rule<'RollingUpdateDeployment'> = {
  code: 'deployment-rolling-update',
  severity: 'error',
  on: 'RollingUpdateDeployment',
  summary: 'An update of a Deployment takes pods away or adds some first, because otherwise it could not begin.',
  mirrors: 'pkg/apis/apps/validation/validation.go: ValidateRollingUpdateDeployment',
  check({ maxSurge = '25%', maxUnavailable = '25%' }, at, report) {
    if (isZero(maxSurge) && isZero(maxUnavailable)) report(at.field('maxUnavailable'), ...NO_BEGINNING);
  },
};

export const daemonSetRollingUpdate: Rule<'DaemonSetUpdateStrategy'> = {
  code: 'daemon-set-rolling-update',
  severity: 'error',
  on: 'DaemonSetUpdateStrategy',
  summary:
    'A DaemonSet replaces the pod of a node either before it ends or after, and so one of maxSurge and maxUnavailable is 0.',
  mirrors: 'pkg/apis/apps/validation/validation.go: ValidateRollingUpdateDaemonSet',
  check({ type, rollingUpdate }, at, report) {
    if (rollingUpdate === undefined || type === 'OnDelete') return;
    const here = at.field('rollingUpdate');
    checkField(report, here, rollingUpdate, 'maxSurge', atMostAllProblem);
    checkField(report, here, rollingUpdate, 'maxUnavailable', atMostAllProblem);
    const { maxSurge = 0, maxUnavailable = 1 } = rollingUpdate;
    if (isZero(maxSurge) && isZero(maxUnavailable)) report(here.field('maxUnavailable'), ...NO_BEGINNING);
    if (isZero(maxSurge) || isZero(maxUnavailable)) return;
    report(
      here.field('maxSurge'),
      `is ${maxSurge}, and maxUnavailable is ${maxUnavailable}`,
      'write 0 for one of them',
    );
  },
};

const NO_BEGINNING = ['is 0, and so is maxSurge', 'give 1 or more for one of them'] as const;

function isZero(count: number | string): boolean {
  return Number.parseInt(String(count), 10) === 0;
}

function atMostAllProblem(count: number | string): string | undefined {
  return intOrPercentProblem(count, { max: '100%' });
}
