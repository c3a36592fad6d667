import type { PodSpec } from '../../../../imports/kubernetes/types';
import type { Rule } from '../../rule';
import { eachContainer } from '../pod/each-container';

export const rootUser: Rule<'PodSpec'> = {
  code: 'root-user',
  severity: 'warning',
  on: 'PodSpec',
  summary: 'A container that must not run as root has no runAsUser of 0, or it never starts.',
  mirrors: 'pkg/kubelet/kuberuntime/security_context.go: verifyRunAsNonRoot',
  check(spec: PodSpec, at, report) {
    const { securityContext: pod = {} } = spec;
    eachContainer(spec, ({ securityContext: own = {} }, list, index) => {
      const isNonRoot = own.runAsNonRoot ?? pod.runAsNonRoot;
      if (isNonRoot !== true || (own.runAsUser ?? pod.runAsUser) !== 0) return;
      const owner = own.runAsUser === undefined ? at : at.field(list).item(index);
      report(
        owner.field('securityContext').field('runAsUser'),
        'is 0, which is root, and runAsNonRoot is true',
        'give another user',
      );
    });
  },
};
