/**
 * Whether a text is a time of an object, such as `metadata.creationTimestamp`: RFC 3339 as Go's `time.Parse` reads it, which takes an hour
 * of one digit.
 */
export function isTimestamp(text: string): boolean {
  const [, date = '', zone = ''] =
    /^([\d-]+)T(?:[01]?\d|2[0-3])(?::[0-5]\d){2}(?:[.,]\d+)?(Z|[+-]\d\d:\d\d)$/.exec(text) ?? [];
  const [hours = 0, minutes = 0] = zone.slice(1).split(':').map(Number);
  return isDate(date) && hours <= 24 && minutes <= 60;
}

/** Whether a text is a date as Go reads the layout `2006-01-02`: four digits, two and two, and a day that the month has. */
export function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}
