import { dnsSubdomainProblem } from '../../../manifest/name';
import { amountOf } from '../../amount';
import type { FieldRule, Rule } from '../../rule';

export const claimAccessModes: Rule<'PersistentVolumeClaimSpec'> = {
  code: 'claim-access-modes',
  severity: 'error',
  on: 'PersistentVolumeClaimSpec',
  summary: 'A claim says who may mount it; one that is for a single pod is for nobody else.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidatePersistentVolumeClaimSpec',
  check({ accessModes = [] }, at, report) {
    if (accessModes.length === 0) report(at.field('accessModes'), 'is missing', 'write one, such as "ReadWriteOnce"');
    if (accessModes.every((mode) => mode === accessModes[0]) || !accessModes.includes('ReadWriteOncePod')) return;
    report(at.field('accessModes'), 'has "ReadWriteOncePod" and others', 'keep that one, or the others');
  },
};

export const claimStorage: Rule<'PersistentVolumeClaimSpec'> = {
  code: 'claim-storage',
  severity: 'error',
  on: 'PersistentVolumeClaimSpec',
  summary: 'A claim says how much storage it wants, and that is more than none.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidatePersistentVolumeClaimSpec',
  check({ resources }, at, report) {
    const storage = resources?.requests?.storage;
    const here = at.field('resources').field('requests').field('storage');
    if (storage === undefined) report(here, 'is missing', 'say how much, such as "10Gi"');
    else if (amountOf(storage) <= 0n) report(here, `"${storage}" is not more than 0`, 'say how much, such as "10Gi"');
  },
};

export const claimClass: FieldRule<
  'PersistentVolumeClaimSpec.storageClassName' | 'PersistentVolumeClaimSpec.volumeAttributesClassName'
> = {
  code: 'claim-class',
  severity: 'error',
  fields: ['PersistentVolumeClaimSpec.storageClassName', 'PersistentVolumeClaimSpec.volumeAttributesClassName'],
  summary: 'The classes of a claim are named as objects are; the empty name stands for none.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidatePersistentVolumeClaimSpec',
  problem: (name) => (name === '' ? undefined : dnsSubdomainProblem(name)),
};
