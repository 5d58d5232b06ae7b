import assert from 'node:assert/strict';
import { differences } from './npm-packages.mjs';

const locked = {
  packages: {
    '': {},
    lib: { version: '0.1.0' },
    'node_modules/mocha': { version: '12.0.3' },
    'node_modules/only-on-macos': { version: '1.0.0', optional: true },
  },
};
const everythingThere = () => true;

describe('npm packages', () => {
  it('are complete when each locked version is installed; those of other platforms may be absent', () => {
    const installed = { packages: { 'node_modules/mocha': { version: '12.0.3' } } };
    assert.deepEqual(differences(locked, installed, everythingThere), []);
  });
  it('are wanted when nothing was installed', () => {
    assert.deepEqual(differences(locked, null, everythingThere), ['node_modules']);
  });
  it('are wanted when one has another version than the lock file says', () => {
    const installed = { packages: { 'node_modules/mocha': { version: '11.0.0' } } };
    assert.deepEqual(differences(locked, installed, everythingThere), ['node_modules/mocha']);
  });
  it('are wanted when a folder was deleted by hand', () => {
    const installed = { packages: { 'node_modules/mocha': { version: '12.0.3' } } };
    assert.deepEqual(
      differences(locked, installed, () => false),
      ['node_modules/mocha'],
    );
  });
});
