import assert from 'node:assert/strict';
import { Volume } from '@convolab/lib';
import { Study } from '@convolab/lib/transfer';
import { accuraciesOf, gapInterval } from './P2-transfert-sur-vos-images/measures';
import { readRecord } from './P2-transfert-sur-vos-images/record';

const pictures = (...hashes: string[]) => ({
  images: Volume.zeros([hashes.length, 1, 1, 3]),
  labels: hashes.map((_, i) => i % 2),
  files: hashes,
  hashes,
});
const classes = ['chat', 'chien'];
const parts = {
  train: pictures('a', 'b'),
  validation: pictures('c', 'd'),
  test: pictures('e', 'f', 'g', 'h'),
  classes,
};

describe('what project 2 hands in', () => {
  const study = new Study(parts);
  study.tried({ strategy: 'tête', setting: '0,1', seed: 1, validation: 0.5 });
  for (const [seed, predictions] of [
    [1, [0, 1, 0, 0]],
    [2, [0, 1, 0, 1]],
  ] as const) {
    study.tested({ strategy: 'tête', setting: '0,1', seed, predictions: [...predictions] });
  }

  it('is written by a Study, and read by its judge', () => {
    const record = readRecord(study.text());
    assert.deepEqual(record.classes, classes);
    assert.deepEqual(record.images.at(-1), ['h', 1, 'test']);
    assert.deepEqual(record.trials, [
      { strategy: 'tête', setting: '0,1', seed: 1, validation: 0.5 },
    ]);
    assert.deepEqual([...accuraciesOf(record)], [['tête', [0.75, 1]]]);
    const [row] = study.table();
    assert.deepEqual(row?.accuracies, [0.75, 1]);
    // Two measures: t = 12.706, s = 0.25 / √2, over √2.
    assert.ok(Math.abs(row.low - (0.875 - 12.706 * 0.125)) < 1e-9);
  });

  it('keeps one test a strategy and seed, and whole predictions only', () => {
    const again = { strategy: 'tête', setting: '0,2', seed: 2, predictions: [0, 1, 0, 1] };
    assert.throws(() => study.tested(again), /ont déjà servi pour cette stratégie et cette graine/);
    assert.throws(
      () => study.tested({ ...again, seed: 3, predictions: [0] }),
      /1 prédictions pour 4/,
    );
    assert.throws(() => study.tested({ ...again, seed: 3, predictions: [0, 1, 2, 0] }), RangeError);
    assert.throws(
      () => study.tried({ strategy: 'x', setting: '', seed: 1, validation: 83 }),
      /va de 0 à 1/,
    );
    assert.equal(readRecord(study.text()).tests.length, 2);
  });

  it('is refused in French where it is something else', () => {
    const refused = (text: unknown, message: RegExp): void => {
      assert.throws(() => readRecord(text), { name: 'Mismatch', message });
    };
    refused(undefined, /ne rend pas le texte/);
    refused(study.text().slice(0, -9), /n’est pas entier/);
    refused('{"classes":[]}', /images ne va pas/);
    refused(study.text().replace('0 1 0 0', '0 1'), /2 prédictions pour 4 images de test/);
  });

  it('tells a gap that is sure from one that is not', () => {
    assert.ok(gapInterval([0.9, 0.92, 0.91], [0.6, 0.61, 0.62]).low > 0);
    assert.ok(gapInterval([0.9, 0.8, 0.95], [0.85, 0.88, 0.86]).low < 0);
  });
});
