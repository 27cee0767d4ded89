/** Everything that is wrong with releases.json, a line each: file, line and column, key, value, rule, mend. */
export class InvalidReleases extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'InvalidReleases';
  }
}
