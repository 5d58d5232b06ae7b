'use strict';
// mocha's reporter for one room: a line per group of tests, each failure in full, and the counts in a
// file ($CONVOLAB_TEST_COUNTS), because what tests print to stdout is not ours to parse.
const { writeFileSync } = require('node:fs');

class RoomReporter {
  constructor(runner) {
    const counts = { passed: 0, failed: 0, skipped: 0, ended: false };
    const save = () => writeFileSync(process.env.CONVOLAB_TEST_COUNTS, JSON.stringify(counts));
    const failures = [];
    let group = { passed: 0, failed: 0 };

    runner.on('suite', (suite) => {
      if (suite.parent && suite.parent.root) group = { passed: 0, failed: 0 };
    });
    runner.on('suite end', (suite) => {
      if (!suite.parent || !suite.parent.root) return;
      const mark = group.failed > 0 ? '✘' : '✔';
      console.log(`  ${mark} ${suite.title} (${group.passed}/${group.passed + group.failed})`);
    });
    runner.on('pass', () => {
      counts.passed += 1;
      group.passed += 1;
      save();
    });
    runner.on('pending', () => {
      counts.skipped += 1;
    });
    runner.on('fail', (test, error) => {
      counts.failed += 1;
      group.failed += 1;
      failures.push({ title: test.fullTitle(), error });
      console.log(`  ✘ ${test.fullTitle()}`);
      save();
    });
    runner.once('end', () => {
      failures.forEach(({ title, error }, index) => {
        console.log(`\n  ${index + 1}) ${title}\n${indent(describe(error))}`);
      });
      counts.ended = true;
      save();
    });
  }
}

/** The stack, and what the assertion compared, when it says so. */
function describe(error) {
  if (!error) return 'no error was given';
  return (error.stack || String(error)).split('\n').slice(0, 40).join('\n');
}

const indent = (text) => text.replace(/^/gm, '     ');

module.exports = RoomReporter;
