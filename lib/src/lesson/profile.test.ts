import assert from 'node:assert/strict';

import { byProfile, currentProfile, useProfile } from './profile';

const sizes = { rapide: { images: 6_000 }, complet: { images: 60_000 } };

describe('the profile of a lesson', () => {
  const { CONVOLAB_PROFIL: before } = process.env;
  const { log } = console;
  let printed: unknown[];

  beforeEach(() => {
    printed = [];
    console.log = (text: unknown) => printed.push(text);
    delete process.env['CONVOLAB_PROFIL'];
    useProfile('rapide');
  });
  afterEach(() => {
    console.log = log;
    if (before === undefined) delete process.env['CONVOLAB_PROFIL'];
    else process.env['CONVOLAB_PROFIL'] = before;
  });

  it('is quick unless someone asks for more', () => {
    assert.equal(currentProfile(), 'rapide');
    assert.equal(byProfile(sizes), sizes.rapide);
  });

  it('is what a cell chose, and says so', () => {
    useProfile('complet');
    assert.equal(byProfile(sizes), sizes.complet);
    assert.equal(printed.at(-1), 'Profil\u00a0: complet.');
  });

  it('is what the environment says, whatever a cell chose, and says so', () => {
    process.env['CONVOLAB_PROFIL'] = 'complet';
    assert.equal(byProfile(sizes), sizes.complet);
    useProfile('rapide');
    assert.equal(byProfile(sizes), sizes.complet);
    assert.equal(printed.at(-1), 'Profil\u00a0: complet, fixé par la variable CONVOLAB_PROFIL.');
    process.env['CONVOLAB_PROFIL'] = '';
    assert.equal(byProfile(sizes), sizes.rapide);
  });

  it('refuses a name it does not know, and values with a hole', () => {
    assert.throws(() => useProfile('long' as never), {
      name: 'RangeError',
      message:
        "Impossible de choisir le profil\u00a0: 'long' n'est ni 'rapide' ni 'complet'\u00a0; " +
        "écrivez useProfile('complet').",
    });
    assert.throws(() => byProfile({ rapide: 1 } as never), {
      name: 'TypeError',
      message:
        "Impossible de lire les valeurs du profil\u00a0: il manque celles du profil 'complet'\u00a0; " +
        'donnez { rapide: …, complet: … }.',
    });
    process.env['CONVOLAB_PROFIL'] = 'full';
    assert.throws(() => byProfile(sizes), {
      name: 'RangeError',
      message:
        "Impossible de lire la variable CONVOLAB_PROFIL\u00a0: 'full' n'est ni 'rapide' ni 'complet'\u00a0; " +
        'donnez-lui une de ces deux valeurs.',
    });
  });
});
