import { parseSemanticVersion } from '../../../values/semantic-version';
import { checkField } from '../../check-field';
import type { Rule } from '../../rule';
import { checkKey } from '../meta/check-labels';
import { devicePropertyProblem } from './names';

const VALIDATION = 'pkg/apis/resource/validation/validation.go';

const MAX_PROPERTIES = 32;

export const deviceProperties: Rule<'Device'> = {
  code: 'device-properties',
  severity: 'error',
  on: 'Device',
  needs: ['Device.attributes', 'Device.capacity'],
  summary:
    'A device has at most 32 attributes and capacities, and each is an identifier, or a domain, "/" and one, because expressions read them by that.',
  mirrors: `${VALIDATION}: validateDevice, validateQualifiedName`,
  check({ attributes = {}, capacity = {} }, at, report) {
    const [names, amounts] = [Object.keys(attributes), Object.keys(capacity)];
    const count = names.length + amounts.length;
    if (count > MAX_PROPERTIES) {
      report(at, `has ${count} attributes and capacities; ${MAX_PROPERTIES} fit`, 'take some away');
    }
    for (const name of names) checkKey(report, at, 'attributes', name, devicePropertyProblem);
    for (const name of amounts) checkKey(report, at, 'capacity', name, devicePropertyProblem);
  },
};

const TYPES = ['bool', 'int', 'string', 'version'] as const;

export const deviceAttribute: Rule<'DeviceAttribute'> = {
  code: 'device-attribute',
  severity: 'error',
  on: 'DeviceAttribute',
  summary:
    'An attribute of a device has one value of one type, because expressions compare it with values of that type; text has at most 64 bytes.',
  mirrors: `${VALIDATION}: validateDeviceAttribute`,
  check(attribute, at, report) {
    const [first, second] = TYPES.filter((type) => attribute[type] !== undefined);
    if (first === undefined) report(at, 'has no value', 'give it bool, int, string or version');
    else if (second !== undefined) report(at.field(second), `is there beside ${first}`, 'keep one of them');
    checkField(report, at, attribute, 'string', lengthProblem);
    checkField(report, at, attribute, 'version', versionProblem);
  },
};

const MAX_BYTES = 64;

function lengthProblem(text: string): string | undefined {
  const bytes = Buffer.byteLength(text);
  return bytes > MAX_BYTES ? `has ${bytes} bytes; ${MAX_BYTES} fit: shorten it` : undefined;
}

function versionProblem(version: string): string | undefined {
  if (parseSemanticVersion(version) !== undefined) return lengthProblem(version);
  return 'is not a semantic version: write three numbers, such as "1.2.3"';
}
