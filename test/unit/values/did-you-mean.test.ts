import * as fc from 'fast-check';
import { didYouMean } from '../../../src/values/did-you-mean';

describe('didYouMean()', () => {
  const fields = ['image', 'replicas', 'storage', 'storageClassName', 'env', 'port'];

  test.each([
    ['replica', 'replicas'],
    ['imgae', 'image'],
    ['storageclassname', 'storageClassName'],
    ['storgeClasName', 'storageClassName'],
    ['ENV', 'env'],
    ['prot', 'port'],
    ['volume', undefined],
    ['xyz', undefined],
    ['e', undefined],
    ['', undefined],
  ])('reads %j as %j', (word, meant) => {
    expect(didYouMean(word, fields)).toBe(meant);
  });

  test('gives the closest candidate, and the first of two equally close ones', () => {
    expect(didYouMean('storages', ['storageX', 'storage'])).toBe('storageX');
    expect(didYouMean('storages', ['torage', 'storage'])).toBe('storage');
  });

  test('finds a word of three letters or more again after any one slip', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), minLength: 4, maxLength: 12 });
    const slip = (word: string, at: number, kind: number): string => {
      const i = at % (word.length - 1);
      const [one, two] = [word.charAt(i), word.charAt(i + 1)];
      const slipped = [`${two}${one}`, one, `x${one}${two}`, `x${two}`][kind % 4] ?? '';
      return `${word.slice(0, i)}${slipped}${word.slice(i + 2)}`;
    };
    fc.assert(
      fc.property(letters, fc.nat(), fc.nat(), (word, at, kind) => {
        expect(didYouMean(slip(word, at, kind), ['zzzzzzzzzzzz', word])).toBe(word);
      }),
    );
  });
});
