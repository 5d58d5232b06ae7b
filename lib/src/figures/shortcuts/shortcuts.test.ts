import assert from 'node:assert/strict';

import { denseNet } from '../../models/dense-net';
import { onPaper } from '../../models/paper/on-paper';
import { resNet } from '../../models/res-net';
import { assertFramesFit, assertShown } from '../testing/figure-laws';
import { denseBlock } from './dense-block';
import { depthColumns } from './depth-columns';
import { linkMatrix } from './link-matrix';

describe('figures of shortcuts', function () {
  this.timeout(90_000); // loading plotly without a browser, on a busy machine

  const five = () =>
    onPaper(() => denseNet({ blocks: [5], growthRate: 4, width: 0.125, inputShape: [32, 32, 1] }));

  it('depthColumns() tells layers and errors', async () => {
    const figure = depthColumns([
      { name: 'AlexNet', layers: 8, year: 2012, error: 16.4 },
      { name: 'ResNet', layers: 152, year: 2015, error: 3.57 },
    ]);
    await assertShown(figure);
    assert.match(figure.alt, /^ResNet \(ILSVRC 2015\) : 152 couches à poids, erreur top-5 3,57\u00a0%$/m); // prettier-ignore
  });

  it('denseBlock() shows the links that the model has', async () => {
    const figure = denseBlock(five(), 'conv2');
    await assertShown(figure);
    assertFramesFit(figure);
    assert.equal(figure.frames.length, 6, 'all, and one for each layer');
    assert.deepEqual(figure.alt.split('\n'), [
      'Bloc conv2 : 5 couches, 15 liens',
      'H1 lit entrée : 8 canaux ; ajoute 4',
      'H2 lit entrée, H1 : 12 canaux ; ajoute 4',
      'H3 lit entrée, H1, H2 : 16 canaux ; ajoute 4',
      'H4 lit entrée, H1, H2, H3 : 20 canaux ; ajoute 4',
      'H5 lit entrée, H1, H2, H3, H4 : 24 canaux ; ajoute 4',
      'Sortie : 28 canaux',
    ]);
  });

  it('denseBlock() refuses what has no such block, or one too long to draw', () => {
    assert.throws(() => denseBlock(five(), 'conv3'), /n’a pas de couche conv3_block1_1_conv/);
    assert.throws(
      () =>
        denseBlock(
          onPaper(() => denseNet()),
          'conv3',
        ),
      /il a 12 couches/,
    );
    assert.throws(
      () =>
        denseBlock(
          onPaper(() => resNet({ depth: 18 })),
          'conv9',
        ),
      RangeError,
    );
  });

  it('linkMatrix() leaves a cell empty where there is no link', async () => {
    const names = { rows: ['couche 1', 'couche 2'], columns: ['entrée', '1'] };
    const figure = linkMatrix([[8, null], [8, 4]], { ...names, unit: 'canaux' }); // prettier-ignore
    await assertShown(figure);
    assert.deepEqual(figure.alt.split('\n').slice(1), [
      'couche 1 lit entrée 8',
      'couche 2 lit entrée 8, 1 4',
    ]);
    assert.throws(() => linkMatrix([[8]], names), /un nom par ligne et par colonne/);
  });
});
