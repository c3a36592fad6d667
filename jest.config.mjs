// What `npm test` runs: all that needs nothing but Node.js. The tests that need a cluster or the built package have configurations of
// their own in their folders.
const base = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  moduleNameMapper: {
    '^cdk8s-workloads$': '<rootDir>/src/index.ts',
    '^cdk8s-workloads/(.*)$': '<rootDir>/src/$1.ts',
    '^#(.*)$': '<rootDir>/src/$1.ts',
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  globalSetup: '<rootDir>/test/folder/make.ts',
  globalTeardown: '<rootDir>/test/folder/remove.ts',
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/cluster/', '<rootDir>/test/package/'],
};

export default {
  projects: [
    { ...base, displayName: 'newest zod', testMatch: ['**/*.test.ts'] },
    // The first zod of the range that we take, and one that says some things in other ways than the first and the last, make the same
    // definitions, and the same verdicts about objects.
    ...['oldest', 'middle'].map((age) => ({
      ...base,
      displayName: `${age} zod`,
      testMatch: ['**/unit/custom-resource/**/*.test.ts', '**/unit/redis/**/*.test.ts', '**/golden/golden.test.ts'],
      moduleNameMapper: { ...base.moduleNameMapper, '^zod$': `zod-${age}` },
    })),
  ],
};
