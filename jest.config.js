/** Everything that needs no cluster. The tests in __tests__/cluster have a configuration of their own. */
module.exports = {
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/__tests__/cluster/'],
  modulePathIgnorePatterns: ['<rootDir>/build/'],
  reporters: ['default', '<rootDir>/__tests__/support/skipped-reporter.js'],
  // CEL comes as ES modules only
  transformIgnorePatterns: ['/node_modules/(?!@marcbachmann/)'],
  transform: {
    '^.+\\.[jt]s$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
};
