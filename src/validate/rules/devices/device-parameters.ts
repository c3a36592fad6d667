import type { FieldRule } from '../../rule';

const MAX_BYTES = 10 * 1024;

export const deviceParameters: FieldRule<'OpaqueDeviceConfiguration.parameters'> = {
  code: 'device-parameters',
  severity: 'error',
  fields: ['OpaqueDeviceConfiguration.parameters'],
  summary: 'The parameters for a driver have at most 10 KiB as JSON, because they are copied into each allocation.',
  mirrors: 'pkg/apis/resource/validation/validation.go: validateRawExtension',
  problem: (parameters) =>
    roomAfter(parameters, MAX_BYTES) < 0 ? `have more than ${MAX_BYTES} bytes as JSON: shorten them` : undefined,
};

/** How much of the room is left after the JSON of a value; less than 0 when it does not fit. It stops there. */
function roomAfter(value: unknown, room: number): number {
  if (typeof value === 'bigint') return room - String(value).length;
  if (typeof value !== 'object' || value === null) return room - bytesOf(value);
  const isList = Array.isArray(value);
  const items = Object.entries(value).filter(([, item]) => isList || item !== undefined);
  let left = room - '{}'.length - Math.max(0, items.length - 1);
  for (const [key, item] of items) {
    if (left < 0) return left;
    left = roomAfter(item, isList ? left : left - bytesOf(key) - ':'.length);
  }
  return left;
}

function bytesOf(scalar: unknown): number {
  return Buffer.byteLength(JSON.stringify(scalar ?? null));
}
