import type { FieldRule } from '../../rule';

const FIXES: ReadonlyMap<string, string> = new Map([
  ['FQDN', 'make a Service of type ExternalName'],
  ['PreferClose', 'write "PreferSameZone", which is its new name'],
  ['Recycle', 'write "Retain" or "Delete", and let a StorageClass provision'],
]);

export const deprecatedValue: FieldRule<
  'EndpointSlice.addressType' | 'PersistentVolumeSpec.persistentVolumeReclaimPolicy' | 'ServiceSpec.trafficDistribution'
> = {
  code: 'deprecated-value',
  severity: 'warning',
  fields: [
    'EndpointSlice.addressType',
    'PersistentVolumeSpec.persistentVolumeReclaimPolicy',
    'ServiceSpec.trafficDistribution',
  ],
  summary: 'A field has no deprecated value, because a later version takes it away.',
  mirrors:
    'pkg/api/service/warnings.go, pkg/api/persistentvolume/util.go; registry/discovery/endpointslice/strategy.go',
  problem: (value) => (FIXES.has(value) ? `is deprecated: ${FIXES.get(value)}` : undefined),
};
