import { validate } from '../../../../src/validate/validate';

function messageOf(rule: object): string | undefined {
  const job = {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'report' },
    spec: {
      completionMode: 'Indexed',
      completions: 10,
      successPolicy: { rules: [rule] },
      template: { spec: { restartPolicy: 'Never', containers: [{ name: 'report', image: 'report:2' }] } },
    },
  };
  return validate([job]).find(({ code }) => code === 'success-policy')?.message;
}

test.each(['', '0', '9', '+1', '01', '0-9', '1-2,3', '0,2-+4'])('succeededIndexes %j names indexes', (text) => {
  expect(messageOf({ succeededIndexes: text })).toBeUndefined();
});

test.each([
  ['10', 'has 10, and the last index is 9'],
  ['99999999999999999999', 'has 100000000000000000000, and the last index is 9'],
  ['1,1', '"1" is out of order'],
  ['1-1', '"1-1" is out of order'],
  ['2-1', '"2-1" is out of order'],
  ['1-2,2', '"2" is out of order'],
  ['-1', '"-1" is not an index or a range'],
  ['1-', '"1-" is not an index or a range'],
  ['1-2-3', '"1-2-3" is not an index or a range'],
  ['1,', '"" is not an index or a range'],
  [' 1', '" 1" is not an index or a range'],
])('succeededIndexes %j does not: %s', (text, message) => {
  expect(messageOf({ succeededIndexes: text })).toBe(message);
});

test('succeededCount is at most the number of indexes', () => {
  expect(messageOf({ succeededIndexes: '0,2-4', succeededCount: 4 })).toBeUndefined();
  expect(messageOf({ succeededIndexes: '0,2-4', succeededCount: 5 })).toBe('is 5, and there are 4 indexes');
  expect(messageOf({ succeededIndexes: '', succeededCount: 1 })).toBe('is 1, and there are 0 indexes');
  expect(messageOf({ succeededCount: 11 })).toBe('is 11, and there are 10 indexes');
});
