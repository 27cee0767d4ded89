/** What needs a cluster: run with KUBECONFIG set, one file after the other, since they share the cluster. */
module.exports = {
  ...require('./jest.config.js'),
  testMatch: ['<rootDir>/__tests__/cluster/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  testSequencer: '<rootDir>/__tests__/cluster/sequencer.js',
  maxWorkers: 1,
  testTimeout: 600_000,
  verbose: true,
};
