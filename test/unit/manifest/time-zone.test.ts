import { timeZoneProblem } from '../../../src/manifest/time-zone';

describe('timeZoneProblem()', () => {
  test('takes every zone that Node.js lists', () => {
    expect(Intl.supportedValuesOf('timeZone').filter((name) => timeZoneProblem(name) !== undefined)).toEqual([]);
  });

  test.each([
    'UTC',
    'GMT',
    'GMT+0',
    'EST',
    'EST5EDT',
    'PRC',
    'W-SU',
    'NZ-CHAT',
    'GB-Eire',
    'Zulu',
    'US/East-Indiana',
    'Etc/GMT-14',
    'Etc/GMT0',
    'Asia/Kolkata',
    'Europe/Isle_of_Man',
    'Australia/ACT',
    'Australia/NSW',
    'America/Knox_IN',
    'America/Port-au-Prince',
    'America/Argentina/ComodRivadavia',
    'America/North_Dakota/New_Salem',
    'Antarctica/DumontDUrville',
    'Antarctica/McMurdo',
    'Africa/Dar_es_Salaam',
    'Brazil/DeNoronha',
    'Chile/EasterIsland',
    'Mexico/BajaSur',
  ])('takes %j', (name) => {
    expect(timeZoneProblem(name)).toBeUndefined();
  });

  test.each([
    ['asia/seoul', 'is not a time zone: did you mean "Asia/Seoul"'],
    ['US/PACIFIC', 'is not a time zone: did you mean "US/Pacific"'],
    ['Europe/Isle_Of_Man', 'is not a time zone: did you mean "Europe/Isle_of_Man"'],
    ['utc', 'is not a time zone: did you mean "UTC"'],
    ['Asia/Soeul', 'is not a time zone: did you mean "Asia/Seoul"'],
    ['Asia/Kolkatta', 'is not a time zone: did you mean "Asia/Kolkata"'],
    ['Seoul', 'is not a time zone: did you mean "Asia/Seoul"'],
    ['New York', 'is not a time zone: did you mean "America/New_York"'],
    ['Moon/Tranquility', 'is not a time zone: name one of the tz database, such as "Asia/Seoul"'],
    ['KST', 'is an abbreviation, not a time zone: name a place, such as "Asia/Seoul"'],
    ['PST', 'is an abbreviation, not a time zone: name a place, such as "America/Los_Angeles"'],
    ['', 'is empty: name a zone, such as "Asia/Seoul", or leave timeZone out'],
    ['local', 'is the zone of some machine: name one, such as "Asia/Seoul" or "Etc/UTC"'],
  ])('says that %j %s', (name, problem) => {
    expect(timeZoneProblem(name)).toBe(problem);
  });

  test.each(['+09:00', '+9', '+0900', 'UTC+9', 'GMT+09:00'])('turns the offset %j around, as POSIX does', (offset) => {
    expect(timeZoneProblem(offset)).toBe(
      'is an offset, not a time zone: name a place, such as "Asia/Seoul", or "Etc/GMT-9" (POSIX turns the sign around)',
    );
  });

  test.each(['+05:30', 'UTC-23'])('has no fixed zone for the offset %j', (offset) => {
    expect(timeZoneProblem(offset)).toBe('is an offset, not a time zone: name a place, such as "Asia/Seoul"');
  });

  test.each(['SystemV/PST8PDT', 'US/Pacific-New', 'Asia/../UTC', '/UTC', 'Asia/', 'Asia//Seoul', 'Asia/Seoul '])(
    'refuses %j, which is no file of the database',
    (name) => {
      expect(timeZoneProblem(name)).toContain('is not a time zone');
    },
  );
});
