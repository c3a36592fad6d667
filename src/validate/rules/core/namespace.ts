import { labelKeyProblem } from '../../../manifest/name';
import { checkField } from '../../check-field';
import type { FieldRule, Rule } from '../../rule';
import { STANDARD_FINALIZERS } from '../meta/finalizers';

export const namespaceFinalizer: FieldRule<'NamespaceSpec.finalizers[]'> = {
  code: 'namespace-finalizer',
  severity: 'error',
  fields: ['NamespaceSpec.finalizers[]'],
  summary:
    'A finalizer of a namespace is a qualified name, so that its controller can tell its own from those of others.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateFinalizerName',
  problem(name) {
    if (name.includes('/') || STANDARD_FINALIZERS.has(name)) return labelKeyProblem(name);
    return `has no domain: write that of its controller, such as "example.com/${name}"`;
  },
};

export const podSecurityLabel: Rule<'Namespace'> = {
  code: 'pod-security-label',
  severity: 'error',
  on: 'Namespace',
  summary: 'The labels of a namespace for pod security name a level and a version of Kubernetes.',
  mirrors: 'k8s.io/pod-security-admission/api/helpers.go: PolicyToEvaluate',
  check({ metadata }, at, report) {
    const { labels } = metadata ?? {};
    if (labels === undefined) return;
    const here = at.field('metadata').field('labels');
    for (const mode of ['enforce', 'audit', 'warn']) {
      checkField(report, here, labels, `pod-security.kubernetes.io/${mode}`, levelProblem);
      checkField(report, here, labels, `pod-security.kubernetes.io/${mode}-version`, versionProblem);
    }
  },
};

function levelProblem(level: string): string | undefined {
  if (['privileged', 'baseline', 'restricted'].includes(level)) return undefined;
  return 'is not a level of pod security: write "privileged", "baseline" or "restricted"';
}

function versionProblem(version: string): string | undefined {
  if (version === 'latest' || /^v1\.(0|[1-9]\d{0,17})$/.test(version)) return undefined;
  return 'is not a version of Kubernetes: write "latest", or one such as "v1.35"';
}
