import { dnsLabelProblem, dnsSubdomainProblem } from '../../../manifest/name';
import type { FieldRule } from '../../rule';
import { deviceDriverProblem } from './names';

const VALIDATION = 'pkg/apis/resource/validation/validation.go';

export const deviceName: FieldRule<'Device.name' | 'DeviceRequest.name' | 'DeviceSubRequest.name'> = {
  code: 'device-name',
  severity: 'error',
  fields: ['Device.name', 'DeviceRequest.name', 'DeviceSubRequest.name'],
  summary: 'A device, and a request for devices, has a DNS label for a name, because others name it by that.',
  mirrors: `${VALIDATION}: validateDevice, validateDeviceRequest, validateDeviceSubRequest`,
  problem: dnsLabelProblem,
};

export const deviceClassName: FieldRule<'DeviceSubRequest.deviceClassName' | 'ExactDeviceRequest.deviceClassName'> = {
  code: 'device-class-name',
  severity: 'error',
  fields: ['DeviceSubRequest.deviceClassName', 'ExactDeviceRequest.deviceClassName'],
  summary: 'A request names the class of its devices as classes are named, because it finds none by another name.',
  mirrors: `${VALIDATION}: validateDeviceClass`,
  problem: (name) => (name === '' ? 'is empty: name a DeviceClass' : dnsSubdomainProblem(name)),
};

export const deviceDriver: FieldRule<'OpaqueDeviceConfiguration.driver' | 'ResourceSliceSpec.driver'> = {
  code: 'device-driver',
  severity: 'error',
  fields: ['OpaqueDeviceConfiguration.driver', 'ResourceSliceSpec.driver'],
  summary:
    'A driver of devices has a DNS subdomain of at most 63 characters for a name, because it is known by a domain of its maker; capitals count as small letters.',
  mirrors: `${VALIDATION}: validateOpaqueConfiguration, validateResourceSliceSpec`,
  problem: deviceDriverProblem,
};
