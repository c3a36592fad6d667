import { imageProblem, parseImage } from '../../../src/manifest/image';

const SHA = 'sha256:' + '0123456789abcdef'.repeat(4);

describe('parseImage()', () => {
  test.each([
    ['redis:7.2', { repository: 'redis', tag: '7.2' }],
    ['shop/api', { repository: 'shop/api' }],
    ['ghcr.io/shop/api:2.3.1', { registry: 'ghcr.io', repository: 'shop/api', tag: '2.3.1' }],
    ['localhost:5000/a__b/c---d:1', { registry: 'localhost:5000', repository: 'a__b/c---d', tag: '1' }],
    ['localhost/api:1', { registry: 'localhost', repository: 'api', tag: '1' }],
    ['Registry/api:1', { registry: 'Registry', repository: 'api', tag: '1' }],
    ['[::1]:5000/api:1', { registry: '[::1]:5000', repository: 'api', tag: '1' }],
    [`redis:7.2@${SHA}`, { repository: 'redis', tag: '7.2', digest: SHA }],
    [`redis@${SHA}`, { repository: 'redis', digest: SHA }],
  ])('reads %j', (image, parts) => {
    expect(parseImage(image)).toEqual(parts);
  });

  test.each([
    '',
    ':1',
    'redis:',
    '/redis:1',
    'a..b:1',
    'a_:1',
    'redis@sha256:abc',
    '0'.repeat(64),
    'x/'.repeat(130) + 'y:1',
  ])('gives nothing for %j', (image) => {
    expect(parseImage(image)).toBeUndefined();
  });
});

describe('imageProblem()', () => {
  test.each(['redis:7.2', 'ghcr.io/shop/api:2.3.1', `redis@${SHA}`, `redis:latest@${SHA}`, 'redis:latest-alpine'])(
    'takes %j',
    (image) => {
      expect(imageProblem(image)).toBeUndefined();
    },
  );

  test.each([
    ['redis', 'has no tag: pin one, such as "redis:1.2.3"'],
    ['localhost:5000/api', 'has no tag: pin one, such as "localhost:5000/api:1.2.3"'],
    ['shop/api:latest', 'has the tag "latest", which moves: pin a version, such as "shop/api:1.2.3"'],
    ['', 'is empty: name an image, such as "redis:7.2"'],
    ['redis:7.2 ', 'has white space: leave it out'],
    ['https://ghcr.io/shop/api:1', 'begins with "https://": begin with the registry, "ghcr.io/shop/api:1"'],
    ['ghcr.io/Shop/API:v1', 'has capitals in its path: write "ghcr.io/shop/api:v1"'],
    ['Redis:7', 'has capitals in its path: write "redis:7"'],
    [
      'redis:',
      'has the tag "": use letters, digits, "_", "." and "-", at most 128, and begin with none of the last two',
    ],
    ['redis@sha256:abc', 'has a digest that is none: write "@sha256:" and 64 lower-case hexadecimal digits'],
    [
      'shop//api:1',
      'is not an image: write "registry/path:tag", the path of lower-case letters, digits, "/", and ".", "_" and "-" between them',
    ],
  ])('says that %j %s', (image, problem) => {
    expect(imageProblem(image)).toBe(problem);
  });
});
