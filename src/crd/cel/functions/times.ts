import type { FunctionTable } from '../signature';
import { partsOf, type TimeParts } from '../time-value';
import { type Duration, fail, type Timestamp } from '../value';

const GETTERS: Readonly<Record<string, (parts: TimeParts) => number>> = {
  getFullYear: ({ year }) => year,
  getMonth: ({ month }) => month,
  getDayOfYear: ({ yearDay }) => yearDay,
  getDayOfMonth: ({ day }) => day - 1,
  getDate: ({ day }) => day,
  getDayOfWeek: ({ weekday }) => weekday,
  getHours: ({ hours }) => hours,
  getMinutes: ({ minutes }) => minutes,
  getSeconds: ({ seconds }) => seconds,
  getMilliseconds: ({ millis }) => millis,
};

const getters: FunctionTable = Object.fromEntries(
  Object.entries(GETTERS).flatMap(([name, part]) => {
    const read = ({ nanos }: Timestamp, zone?: string): bigint =>
      BigInt(part(partsOf(nanos, zone) ?? fail(`unknown time zone ${zone ?? ''}`)));
    return [
      [`<timestamp>.${name}(): int`, (time: Timestamp) => read(time)],
      [`<timestamp>.${name}(string): int`, read],
    ];
  }),
);

export const TIMES: FunctionTable = {
  ...getters,
  '<duration>.getHours(): int': ({ nanos }: Duration) => nanos / 3_600_000_000_000n,
  '<duration>.getMinutes(): int': ({ nanos }: Duration) => nanos / 60_000_000_000n,
  '<duration>.getSeconds(): int': ({ nanos }: Duration) => nanos / 1_000_000_000n,
  '<duration>.getMilliseconds(): int': ({ nanos }: Duration) => nanos / 1_000_000n,
};
