import { customResourceChecks } from '../../custom-resources';
import type { FieldRule, Rule } from '../../rule';

const VALIDATION = 'pkg/apis/resource/validation/validation.go';

const MAX_ALTERNATIVES = 8;

export const deviceRequest: Rule<'DeviceRequest'> = {
  code: 'device-request',
  severity: 'error',
  on: 'DeviceRequest',
  summary:
    'A request says which devices it wants, or up to 8 alternatives, because the scheduler looks for one or the other.',
  mirrors: `${VALIDATION}: validateDeviceRequest`,
  check({ exactly, firstAvailable = [] }, at, report) {
    const { length } = firstAvailable;
    if (exactly === undefined && length === 0) report(at, 'asks for no device', 'give it exactly or firstAvailable');
    if (length === 0) return;
    const here = at.field('firstAvailable');
    if (exactly !== undefined) report(here, 'is there beside exactly', 'keep one of them');
    if (length > MAX_ALTERNATIVES) report(here, `has ${length} items; ${MAX_ALTERNATIVES} fit`, 'take some away');
  },
};

export const deviceCount: Rule<'DeviceSubRequest' | 'ExactDeviceRequest'> = {
  code: 'device-count',
  severity: 'error',
  on: ['DeviceSubRequest', 'ExactDeviceRequest'],
  needs: ['DeviceSubRequest.count', 'ExactDeviceRequest.count'],
  summary: 'A request is for one device or more, or for all without a count, because nobody knows how many these are.',
  mirrors: `${VALIDATION}: validateDeviceAllocationMode`,
  check({ allocationMode, count = 0 }, at, report) {
    // Of 0 the server makes 1, or none with "All".
    if (count < 0) report(at.field('count'), `${count} is less than 1`, 'give the number of devices');
    if (count <= 0 || allocationMode !== 'All') return;
    report(at.field('count'), 'is there, and allocationMode is "All"', 'take one of them away');
  },
};

const MAX_BYTES = 10 * 1024;

export const deviceExpression: FieldRule<'CELDeviceSelector.expression'> = {
  code: 'device-expression',
  severity: 'error',
  fields: ['CELDeviceSelector.expression'],
  summary:
    'A selector of devices has an expression in CEL of at most 10 KiB, which says of each device whether it will do.',
  mirrors: `${VALIDATION}: validateCELSelector`,
  problem(expression) {
    if (expression.trim() === '') return 'is empty: write it in CEL, or take the selector away';
    const bytes = Buffer.byteLength(expression);
    if (bytes > MAX_BYTES) return `has ${bytes} bytes; ${MAX_BYTES} fit: shorten it`;
    const read = customResourceChecks().readFreeExpression(expression, {
      variables: { device: DEVICE },
      hasBind: true,
      // An attribute may turn out to be true or false.
      results: ['bool', 'any'],
    });
    return 'problem' in read ? read.problem : undefined;
  },
};

/** What a selector can read. */
const DEVICE = {
  driver: 'string',
  attributes: 'map(string,map(string,any))',
  capacity: 'map(string,map(string,kubernetes.Quantity))',
};
