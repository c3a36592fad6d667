import { parseSemanticVersion } from '../../../src/values/semantic-version';

describe('parseSemanticVersion', () => {
  it('takes a version apart', () => {
    expect(parseSemanticVersion('1.22.333')).toEqual({ numbers: ['1', '22', '333'], prerelease: [] });
    expect(parseSemanticVersion('0.0.0-rc.1.0a+b.01')).toEqual({
      numbers: ['0', '0', '0'],
      prerelease: ['rc', '1', '0a'],
    });
    expect(parseSemanticVersion('1.2.3+build-7')).toEqual({ numbers: ['1', '2', '3'], prerelease: [] });
  });

  it.each([
    ...[
      '',
      '1',
      '1.2',
      '1.2.3.4',
      'v1.2.3',
      '01.2.3',
      '1.02.3',
      '1.2.03',
      '1.2.3-',
      '1.2.3-a..b',
      '1.2.3-01',
      '1.2.3+',
    ],
    ...['1.2.3+a..b', '1.2.3-ä', '1.2.3\n', ' 1.2.3', '1.2.-3'],
  ])('does not read %j', (text) => {
    expect(parseSemanticVersion(text)).toBeUndefined();
  });
});
