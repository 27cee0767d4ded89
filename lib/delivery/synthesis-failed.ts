/** A synthesis that wrote nothing, and everything that is wrong, a line each. */
export class SynthesisFailed extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'SynthesisFailed';
  }
}
