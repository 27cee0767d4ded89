const Sequencer = require('@jest/test-sequencer').default;

/** Files in the order of their names: what is applied first is what the later ones look at. */
module.exports = class extends Sequencer {
  sort(tests) {
    return [...tests].sort((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true }));
  }
};
