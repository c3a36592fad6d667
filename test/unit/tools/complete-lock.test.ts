import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { missingPackages, type LockedPackages } from '../../../tools/complete-lock';

test('package-lock.json has the packages of all platforms; if not, run `npx tsx tools/complete-lock.ts`', () => {
  const lock = JSON.parse(readFileSync(join(__dirname, '../../../package-lock.json'), 'utf8')) as {
    packages: LockedPackages;
  };
  expect(Object.keys(missingPackages(lock.packages))).toEqual([]);
});

test('missingPackages() reads version and platform off the parent and the name', () => {
  const packages = {
    'node_modules/fast': {
      dev: true,
      optionalDependencies: { '@fast/linux-x64-musl': '1.2.3', '@fast/darwin-arm64': '1.2.3' },
    },
    'node_modules/@fast/darwin-arm64': { version: '1.2.3' },
  };
  expect(missingPackages(packages)).toEqual({
    'node_modules/@fast/linux-x64-musl': {
      version: '1.2.3',
      dev: true,
      optional: true,
      os: ['linux'],
      cpu: ['x64'],
      libc: ['musl'],
    },
  });
});
