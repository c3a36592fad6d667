import { dnsSubdomainProblem, labelKeyProblem } from '../../../manifest/name';
import { amountOf } from '../../amount';
import { checkField } from '../../check-field';
import type { FieldRule, Rule } from '../../rule';

export const provisioner: FieldRule<'StorageClass.provisioner' | 'VolumeAttributesClass.driverName'> = {
  code: 'provisioner',
  severity: 'error',
  fields: ['StorageClass.provisioner', 'VolumeAttributesClass.driverName'],
  summary: 'The driver that makes the volumes of a class is named by a qualified name.',
  mirrors: 'pkg/apis/storage/validation/validation.go: validateProvisioner',
  problem(name) {
    if (name === '') return 'is empty: name the driver, such as "ebs.csi.aws.com"';
    return labelKeyProblem(name.toLowerCase());
  },
};

const MAX_PARAMETERS = 512;
const MAX_BYTES = 256 * 1024;

export const classParameters: Rule<'StorageClass' | 'VolumeAttributesClass'> = {
  code: 'class-parameters',
  severity: 'error',
  on: ['StorageClass', 'VolumeAttributesClass'],
  summary:
    'The parameters of a class are at most 512 and 256 KiB; a VolumeAttributesClass has at least one, because it is nothing else.',
  mirrors: 'pkg/apis/storage/validation/validation.go: validateParameters',
  check({ kind, parameters = {} }, at, report) {
    const here = at.field('parameters');
    const names = Object.keys(parameters);
    if (names.length === 0 && kind === 'VolumeAttributesClass')
      report(here, 'has nothing in it', 'give what the driver is to change');
    if (names.length > MAX_PARAMETERS)
      report(here, `has ${names.length} items; ${MAX_PARAMETERS} are the most`, 'keep fewer');
    if (names.includes('')) report(here, 'has an empty key', 'name the parameter');
    const text = Object.entries(parameters).flat().join('');
    // A character of a string has at most three bytes.
    if (text.length * 3 > MAX_BYTES && Buffer.byteLength(text) > MAX_BYTES) {
      report(here, `has ${Buffer.byteLength(text)} bytes; ${MAX_BYTES} fit`, 'keep less');
    }
  },
};

export const allowedTopologies: Rule<'StorageClass'> = {
  code: 'allowed-topologies',
  severity: 'error',
  on: 'StorageClass',
  summary: 'Each of the allowed topologies says something of its own: other labels of nodes, or other values.',
  mirrors: 'pkg/apis/storage/validation/validation.go: validateAllowedTopologies',
  check({ allowedTopologies = [] }, at, report) {
    const seen = new Map<string, number>();
    for (const [index, { matchLabelExpressions = [] }] of allowedTopologies.entries()) {
      const here = at.field('allowedTopologies').item(index);
      if (matchLabelExpressions.length === 0)
        report(here, 'says nothing', 'add matchLabelExpressions, or take it away');
      const values = new Map(matchLabelExpressions.map(({ key, values }) => [key, [...new Set(values)].sort()]));
      const text = JSON.stringify([...values].sort());
      const before = seen.get(text);
      if (before !== undefined && matchLabelExpressions.length > 0)
        report(here, `says the same as item ${before}`, 'take it away');
      seen.set(text, before ?? index);
    }
  },
};

export const topologySelector: Rule<'TopologySelectorLabelRequirement'> = {
  code: 'topology-selector',
  severity: 'error',
  on: 'TopologySelectorLabelRequirement',
  summary: 'A topology has the key of a label of nodes, and values of it.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateTopologySelectorLabelRequirement',
  check(requirement, at, report) {
    checkField(report, at, requirement, 'key', labelKeyProblem);
    if (requirement.values.length === 0) report(at.field('values'), 'has no items', 'list the values of the label');
  },
};

export const capacityClass: FieldRule<'CSIStorageCapacity.storageClassName'> = {
  code: 'capacity-class',
  severity: 'error',
  fields: ['CSIStorageCapacity.storageClassName'],
  summary: 'A capacity is that of a StorageClass, which has a DNS subdomain for a name.',
  mirrors: 'pkg/apis/storage/validation/validation.go: ValidateCSIStorageCapacity',
  problem: dnsSubdomainProblem,
};

export const negativeCapacity: FieldRule<'CSIStorageCapacity.capacity'> = {
  code: 'negative-capacity',
  severity: 'error',
  fields: ['CSIStorageCapacity.capacity'],
  summary: 'A capacity is nothing or more.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidateNonnegativeQuantity',
  problem: (capacity) => (amountOf(capacity) < 0n ? 'is negative: give 0 or more' : undefined),
};
