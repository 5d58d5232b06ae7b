import { strict as assert } from 'node:assert';

import { describe as describeModel } from './describe/describe';
import { inceptionModule, type InceptionModuleOptions } from './inception-module';
import { onPaper } from './paper/on-paper';
import { assertNamed, assertSaves } from './testing/family-laws';

const described = (options: InceptionModuleOptions) =>
  describeModel(onPaper(() => inceptionModule(options)));

describe('inceptionModule()', function () {
  this.timeout(60_000);

  const kinds = ['figure4', 'figure5', 'figure6', 'figure7'] as const;

  it('gives maps of the size that came in', () => {
    const channels = kinds.map((kind) => described({ kind }).row('output').outputShape);
    assert.deepEqual(channels, [
      [35, 35, 4 * 64],
      [35, 35, 4 * 64],
      [35, 35, 4 * 64],
      [35, 35, 6 * 64],
    ]);
  });

  it('two 3x3 see as far as one 5x5, for 28 % less; 1x7 and 7x1 as 7x7, for 71 % less', () => {
    const field = (kind: (typeof kinds)[number], row: string) => {
      const { receptiveField } = described({ kind }).row(row);
      return receptiveField === 'image' ? receptiveField : receptiveField.size;
    };
    assert.deepEqual(field('figure4', '5x5_1_conv'), [5, 5]);
    assert.deepEqual(field('figure5', '5x5_2_conv'), [5, 5]);
    assert.deepEqual(field('figure6', '3x3_2_conv'), [7, 7]);
    assert.deepEqual(field('figure6', '3x3_1_conv'), [1, 7]);

    const weights = (kind: (typeof kinds)[number], ...rows: string[]) =>
      rows.reduce((sum, row) => sum + described({ kind }).row(row).macs, 0) / (35 * 35 * 64 * 64);
    assert.equal(weights('figure4', '5x5_1_conv'), 25);
    assert.equal(weights('figure5', '5x5_1_conv', '5x5_2_conv'), 18);
    assert.equal(weights('figure6', '3x3_1_conv', '3x3_2_conv'), 14);
    assert.equal(weights('figure7', '3x3_1x3_conv', '3x3_3x1_conv'), 6);
  });

  it('each layer has a name', () => {
    for (const kind of kinds) assertNamed(() => inceptionModule({ kind }));
  });

  it('is saved and loaded', () =>
    assertSaves(() => inceptionModule({ kind: 'figure7', inputShape: [5, 4, 2], filters: 3 })));

  it('refuses options that make no sense', () => {
    const refused = (options: object, message: RegExp) =>
      assert.throws(() => inceptionModule(options), { name: 'RangeError', message });
    refused(
      { kind: 'figure8' },
      /construire un module Inception\u00a0: kind vaut 'figure8' mais il faut figure4/,
    );
    refused({ filters: 0 }, /filters vaut 0 mais il faut un nombre entier/);
    refused({ side: 1.5 }, /side vaut 1.5/);
    refused({ inputShape: [35, 35] }, /\[hauteur, largeur, canaux\]/);
  });
});
