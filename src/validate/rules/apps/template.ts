import type { Rule } from '../../rule';
import { type Controller, CONTROLLERS } from './controllers';

export const templateRestartPolicy: Rule<Controller> = {
  code: 'template-restart-policy',
  severity: 'error',
  on: CONTROLLERS,
  needs: ['PodSpec.restartPolicy'],
  summary: 'The containers of a workload that runs for ever restart always; what is to end is a Job.',
  mirrors: 'pkg/apis/apps/validation/validation.go: ValidatePodTemplateSpecForReplicaSet',
  check({ template }, at, report) {
    const { restartPolicy } = template?.spec ?? {};
    // The empty string stands for the default.
    if (restartPolicy === undefined || restartPolicy === 'Always' || (restartPolicy as string) === '') return;
    const here = at.field('template').field('spec').field('restartPolicy');
    report(here, `"${restartPolicy}" is for Jobs`, 'take it away, or make a Job of it');
  },
};

export const templateActiveDeadline: Rule<Controller> = {
  code: 'template-active-deadline',
  severity: 'error',
  on: CONTROLLERS,
  needs: ['PodSpec.activeDeadlineSeconds'],
  summary:
    'The pods of a workload that runs for ever have no activeDeadlineSeconds, because they would be replaced for ever.',
  mirrors: 'pkg/apis/apps/validation/validation.go: ValidatePodTemplateSpecForReplicaSet',
  check({ template }, at, report) {
    if (template?.spec?.activeDeadlineSeconds === undefined) return;
    report(at.field('template').field('spec').field('activeDeadlineSeconds'), 'is for Jobs', 'take it away');
  },
};
