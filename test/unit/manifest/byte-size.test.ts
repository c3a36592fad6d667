import { byteSizeProblem } from '../../../src/manifest/byte-size';

describe('byteSizeProblem()', () => {
  test.each([
    [512, 'Mi', 'is 512 bytes: write the unit, such as "512Mi"'],
    ['512', 'Mi', 'is 512 bytes: write the unit, such as "512Mi"'],
    ['1e3', 'Mi', 'is 1000 bytes: write the unit, such as "1000Mi"'],
    [10, 'Gi', 'is 10 bytes: write the unit, such as "10Gi"'],
    [1024 * 1024 - 1, 'Mi', 'is 1048575 bytes: write the unit, such as "1048575Mi"'],
    ['128m', 'Mi', 'is in fractions of a byte: write "128Mi" for mebibytes'],
    [-1, 'Mi', 'is below zero: write 0, or leave it out'],
    ['1GB', 'Mi', 'has the unit "GB": write "1G" (10^9) or "1Gi" (2^30)'],
  ] as const)('says of %p that it is not meant', (size, unit, problem) => {
    // '1GB' does not compile where a quantity is asked for.
    expect(byteSizeProblem(size as number, unit)).toBe(problem);
  });

  test.each([0, '0', 1024 * 1024, '1048576', '512Ki', '1k', '20Gi', '1e9'] as const)('lets %p be', (size) => {
    expect(byteSizeProblem(size, 'Mi')).toBeUndefined();
  });
});
