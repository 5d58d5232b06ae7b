import assert from 'node:assert/strict';
import { report } from './doctor.mjs';

describe('npm run doctor', () => {
  const fine = { title: 'Node', state: 'ok', found: '22.1.0' };
  const optional = {
    title: 'Chromium',
    state: 'optional',
    found: 'absent',
    without: 'tout le reste fonctionne',
    next: 'sudo apt install chromium',
  };

  it('says that all is there when it is', () => {
    assert.match(report([fine]).join('\n'), /Node : 22\.1\.0[^]*Tout est en place/);
  });
  it('says what still works without what is missing, and how to get it', () => {
    const text = report([fine, optional]).join('\n');
    assert.match(text, /sans cela : tout le reste fonctionne/);
    assert.match(text, /pour l’obtenir : sudo apt install chromium/);
    assert.match(text, /Les leçons fonctionnent/);
  });
  it('sends to npm run setup when something needed is missing', () => {
    assert.match(report([{ ...optional, state: 'missing' }]).join('\n'), /D’abord : npm run setup/);
  });
});
