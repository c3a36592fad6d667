import { isDate, isTimestamp } from '../../../src/manifest/timestamp';

test.each([
  '2026-01-31T09:30:00Z',
  '2026-01-31T9:30:00Z',
  '2024-02-29T23:59:59.5+09:00',
  '2026-01-31T09:30:00,25-24:60',
])('isTimestamp() takes %j', (text) => {
  expect(isTimestamp(text)).toBe(true);
});

test.each([
  '2026-01-31',
  '2026-01-31T09:30:00',
  '2026-01-31t09:30:00z',
  '2026-02-29T09:30:00Z',
  '2026-01-31T24:00:00Z',
  '2026-01-31T09:60:00Z',
  '2026-01-31T09:30:60Z',
  '2026-01-31T09:30:00+25:00',
])('isTimestamp() refuses %j', (text) => {
  expect(isTimestamp(text)).toBe(false);
});

test('isDate() knows how long months are', () => {
  expect(['2026-04-30', '2000-02-29', '2100-02-28'].every(isDate)).toBe(true);
  expect(['2026-04-31', '2100-02-29', '2026-00-10', '2026-1-01'].some(isDate)).toBe(false);
});
