import { remember } from '../../../src/values/remember';

test('remember() computes each answer once, undefined too', () => {
  const asked: string[] = [];
  const problem = remember((text) => {
    asked.push(text);
    return text === 'bad' ? 'is bad' : undefined;
  });
  expect([problem('good'), problem('bad'), problem('good'), problem('bad')]).toEqual([
    undefined,
    'is bad',
    undefined,
    'is bad',
  ]);
  expect(asked).toEqual(['good', 'bad']);
});

test('remember() forgets before it holds too much, and answers all the same', () => {
  const length = remember((text) => text.length);
  for (let i = 0; i < 20_001; i++) expect(length(`${'x'.repeat(i % 7)}${i}`)).toBe((i % 7) + String(i).length);
});

test('remember() asks again after an error', () => {
  let calls = 0;
  const failing = remember(() => {
    calls++;
    throw new Error('not now');
  });
  expect(() => failing('a')).toThrow('not now');
  expect(() => failing('a')).toThrow('not now');
  expect(calls).toBe(2);
});
