/** Names every test that was skipped: their names say why. Jest itself only counts them. */
module.exports = class {
  onRunComplete(_, { testResults }) {
    const skipped = testResults.flatMap(({ testResults: tests }) => tests.filter(({ status }) => status === 'pending'));
    for (const { fullName } of skipped) process.stderr.write(`skipped: ${fullName}\n`);
  }
};
