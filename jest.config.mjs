/** Two sizes by what they need: `*.spec.ts` needs nothing running, `*.int-spec.ts` needs Postgres and Redis. */
const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx: true, decorators: true },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        react: { runtime: 'automatic', importSource: 'preact' },
      },
      target: 'es2024',
    },
    module: { type: 'commonjs' },
  },
];
const base = {
  testEnvironment: 'node',
  // Nest 12 and several others are pure ESM, so node_modules are transformed too; natives are not.
  transformIgnorePatterns: ['\\.node$'],
  transform: { '^.+\\.(tsx?|m?js)$': swc },
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^@radslag/(.*)$': '<rootDir>/libs/$1/src/index.ts',
  },
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/dist/', '<rootDir>/.local/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.local/'],
};
process.env.TZ = 'UTC';
export default {
  projects: [
    { ...base, displayName: 'unit', testMatch: ['<rootDir>/{libs,apps}/**/*.spec.{ts,tsx}'] },
    {
      ...base,
      displayName: 'integration',
      // Starting an app or making a database takes seconds on a busy machine.
      setupFilesAfterEnv: ['<rootDir>/libs/testing/src/patience.ts'],
      testMatch: ['<rootDir>/{libs,apps}/**/*.int-spec.{ts,tsx}'],
    },
  ],
};
