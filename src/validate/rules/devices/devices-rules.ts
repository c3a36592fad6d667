import type { AnyRule } from '../../rule';
import { deviceAttribute, deviceProperties } from './device-attribute';
import { deviceConstraint, deviceListLength, deviceRequestReference } from './device-claim';
import { deviceClassName, deviceDriver, deviceName } from './device-names';
import { deviceParameters } from './device-parameters';
import { deviceCount, deviceExpression, deviceRequest } from './device-request';
import { resourcePool, sliceDevices, sliceNodes } from './resource-slice';

/** What holds for claims of devices, their classes and what drivers offer. */
export const DEVICES_RULES: readonly AnyRule[] = [
  deviceAttribute,
  deviceClassName,
  deviceConstraint,
  deviceCount,
  deviceDriver,
  deviceExpression,
  deviceListLength,
  deviceName,
  deviceParameters,
  deviceProperties,
  deviceRequest,
  deviceRequestReference,
  resourcePool,
  sliceDevices,
  sliceNodes,
];
