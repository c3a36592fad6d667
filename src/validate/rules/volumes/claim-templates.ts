import { dnsLabelProblem, dnsSubdomainProblem } from '../../../manifest/name';
import { checkValue } from '../../check-field';
import type { Rule } from '../../rule';

const ALLOWED: ReadonlySet<string> = new Set(['annotations', 'labels']);

export const claimTemplateMetadata: Rule<'PersistentVolumeClaimTemplate' | 'ResourceClaimTemplateSpec'> = {
  code: 'claim-template-metadata',
  severity: 'error',
  on: ['PersistentVolumeClaimTemplate', 'ResourceClaimTemplateSpec'],
  summary: 'The metadata of a claim template are labels and annotations, because the claim gets its name from the pod.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidateTemplateObjectMeta',
  check({ metadata }, at, report) {
    for (const [field, value] of Object.entries(metadata ?? {})) {
      if (ALLOWED.has(field) || value === undefined || value === '' || value === 0) continue;
      report(at.field('metadata').field(field), 'is not for a template', 'take it away');
    }
  },
};

export const ephemeralVolumeName: Rule<'Pod'> = {
  code: 'ephemeral-volume-name',
  severity: 'error',
  on: 'Pod',
  needs: ['Volume.ephemeral'],
  summary:
    'The claim of an ephemeral volume, named by the Pod and the volume, has a valid name that no other volume uses.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidateVolumes',
  check({ metadata, spec }, at, report) {
    const { name: podName = '' } = metadata ?? {};
    const volumes = spec?.volumes;
    if (podName === '' || volumes?.some(({ ephemeral }) => ephemeral !== undefined) !== true) return;
    const made = new Set(
      volumes.filter(({ ephemeral }) => ephemeral !== undefined).map(({ name }) => `${podName}-${name}`),
    );
    for (const [index, { name, ephemeral, persistentVolumeClaim }] of volumes.entries()) {
      const here = at.field('spec').field('volumes').item(index);
      if (ephemeral !== undefined && name !== '') {
        const problem = dnsSubdomainProblem(`${podName}-${name}`);
        if (problem !== undefined)
          report(here.field('name'), `"${name}" makes a claim whose name ${problem}`, 'shorten it');
      }
      const claimName = persistentVolumeClaim?.claimName ?? '';
      if (!made.has(claimName)) continue;
      report(
        here.field('persistentVolumeClaim').field('claimName'),
        `"${claimName}" is made for an ephemeral volume`,
        'name another',
      );
    }
  },
};

export const claimTemplateName: Rule<'StatefulSetSpec'> = {
  code: 'claim-template-name',
  severity: 'error',
  on: 'StatefulSetSpec',
  needs: ['PersistentVolumeClaim'],
  summary: 'The name of a volumeClaimTemplate is a DNS label, because it is that of a volume of the pods.',
  mirrors: 'pkg/apis/apps/validation/validation.go: volumesToAddForTemplates',
  check({ volumeClaimTemplates }, at, report) {
    for (const [index, { metadata }] of (volumeClaimTemplates ?? []).entries()) {
      const problem = dnsLabelProblem(metadata?.name ?? '');
      if (problem === undefined) continue;
      const here = at.field('volumeClaimTemplates').item(index).field('metadata');
      checkValue(report, here, 'name', metadata?.name ?? '', dnsLabelProblem);
    }
  },
};
