import type { Rule } from '../../rule';
import { eachContainer } from './each-container';

export const resizePolicy: Rule<'PodSpec'> = {
  code: 'resize-policy',
  severity: 'error',
  on: 'PodSpec',
  needs: ['Container.resizePolicy'],
  summary: 'A resizePolicy is for cpu or memory, and needs no restart where the pod never restarts anything.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateResizePolicy',
  check(spec, at, report) {
    eachContainer(spec, ({ resizePolicy }, list, index) => {
      resizePolicy?.forEach(({ resourceName, restartPolicy }, policyIndex) => {
        const here = at.field(list).item(index).field('resizePolicy').item(policyIndex);
        if (resourceName !== 'cpu' && resourceName !== 'memory') {
          report(here.field('resourceName'), `"${resourceName}" cannot be resized`, 'give "cpu" or "memory"');
        }
        if (spec.restartPolicy !== 'Never' || restartPolicy === 'NotRequired') return;
        const message = `"${restartPolicy}" needs a restart, but the restartPolicy of the pod is "Never"`;
        report(here.field('restartPolicy'), message, 'write "NotRequired"');
      });
    });
  },
};
