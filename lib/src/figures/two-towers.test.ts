import assert from 'node:assert/strict';

import { alexNet, onPaper, vgg } from '../models';
import { assertShown } from './testing/figure-laws';
import { twoTowers } from './two-towers';

describe('twoTowers()', function () {
  this.timeout(60_000); // loading plotly without a browser, on a busy machine

  it('is a figure, a picture and words', () => assertShown(twoTowers(onPaper(() => alexNet()))));

  it('says of each layer of AlexNet what a tower holds and sees, as the paper draws it', () => {
    const { alt } = twoTowers(onPaper(() => alexNet()));
    const lines = alt.replaceAll('\u00a0', ' ').split('\n');
    assert.deepEqual(
      lines.map((line) => line.replace(' dans chaque tour', '')),
      [
        'image : 227 × 227 × 3',
        'conv1 : 55 × 55 × 48, voit l’image entière',
        'pool1 : 27 × 27 × 48, voit sa tour seulement',
        'conv2 : 27 × 27 × 128, voit sa tour seulement',
        'pool2 : 13 × 13 × 128, voit sa tour seulement',
        'conv3 : 13 × 13 × 192, voit les deux tours',
        'conv4 : 13 × 13 × 192, voit sa tour seulement',
        'conv5 : 13 × 13 × 128, voit sa tour seulement',
        'pool5 : 6 × 6 × 128, voit sa tour seulement',
        'fc6 : 2048, voit les deux tours',
        'fc7 : 2048, voit les deux tours',
        'fc8 : 1000, voit les deux tours',
      ],
    );
  });

  it('refuses a model that has no groups', () => {
    assert.throws(() => twoTowers(onPaper(() => vgg())), /aucune convolution du modèle/);
  });
});
