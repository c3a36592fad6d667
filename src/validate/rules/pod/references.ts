import { dnsSubdomainProblem } from '../../../manifest/name';
import { checkValue } from '../../check-field';
import type { FieldRule, Rule } from '../../rule';

export const referenceName: FieldRule<
  | 'PodSpec.serviceAccountName'
  | 'PodSpec.nodeName'
  | 'PodSpec.priorityClassName'
  | 'PodSpec.runtimeClassName'
  | 'PodResourceClaim.resourceClaimName'
  | 'PodResourceClaim.resourceClaimTemplateName'
  | 'ConfigMapKeySelector.name'
  | 'SecretKeySelector.name'
  | 'WindowsSecurityContextOptions.gmsaCredentialSpecName'
> = {
  code: 'reference-name',
  severity: 'error',
  fields: [
    'PodSpec.serviceAccountName',
    'PodSpec.nodeName',
    'PodSpec.priorityClassName',
    'PodSpec.runtimeClassName',
    'PodResourceClaim.resourceClaimName',
    'PodResourceClaim.resourceClaimTemplateName',
    'ConfigMapKeySelector.name',
    'SecretKeySelector.name',
    'WindowsSecurityContextOptions.gmsaCredentialSpecName',
  ],
  summary: 'What a pod refers to has a name that an object can have: a DNS subdomain.',
  mirrors:
    'pkg/apis/core/validation/validation.go: ValidatePodSpec, validateSecretKeySelector, validatePodResourceClaim',
  problem: (name) => (name === '' ? undefined : dnsSubdomainProblem(name)),
};

export const emptyName: FieldRule<
  | 'PodSpec.runtimeClassName'
  | 'PodResourceClaim.resourceClaimName'
  | 'PodResourceClaim.resourceClaimTemplateName'
  | 'WindowsSecurityContextOptions.gmsaCredentialSpecName'
> = {
  code: 'empty-name',
  severity: 'error',
  fields: [
    'PodSpec.runtimeClassName',
    'PodResourceClaim.resourceClaimName',
    'PodResourceClaim.resourceClaimTemplateName',
    'WindowsSecurityContextOptions.gmsaCredentialSpecName',
  ],
  summary: 'A name that can be left out is not empty, because an empty name is that of no object.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidateRuntimeClassName, validatePodResourceClaim',
  problem: (name) => (name === '' ? 'is empty: leave it out, or name the object' : undefined),
};

export const emptyPullSecret: FieldRule<'PodSpec.imagePullSecrets'> = {
  code: 'empty-pull-secret',
  severity: 'warning',
  fields: ['PodSpec.imagePullSecrets'],
  summary: 'Each pull secret of a pod has a name, because an empty one is that of no Secret.',
  mirrors: 'pkg/api/pod/warnings.go: warningsForPodSpecAndMeta',
  problem: (secrets) =>
    secrets.some(({ name = '' }) => name === '') ? 'has an item without a name: name the Secret' : undefined,
};

export const missingReferenceName: Rule<'ConfigMapKeySelector' | 'SecretKeySelector'> = {
  code: 'missing-reference-name',
  severity: 'error',
  on: ['ConfigMapKeySelector', 'SecretKeySelector'],
  summary: 'A reference to a key names the ConfigMap or Secret that has it.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateConfigMapKeySelector, validateSecretKeySelector',
  check({ name = '' }, at, report) {
    if (name === '') report(at.field('name'), 'is missing', 'name the object that has the key');
  },
};

export const serviceAccount: Rule<'PodSpec'> = {
  code: 'service-account',
  severity: 'error',
  on: 'PodSpec',
  needs: ['PodSpec.serviceAccount'],
  summary:
    'A serviceAccount, which is the old serviceAccountName, is a DNS subdomain, unless the new field overrides it.',
  mirrors: 'pkg/apis/core/v1/conversion.go: Convert_v1_PodSpec_To_core_PodSpec',
  check({ serviceAccount = '', serviceAccountName = '' }, at, report) {
    if (serviceAccount === '' || serviceAccountName !== '') return;
    checkValue(report, at, 'serviceAccount', serviceAccount, dnsSubdomainProblem);
  },
};
