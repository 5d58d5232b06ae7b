import assert from 'node:assert/strict';

import { onPaper, smallResNet, vgg } from '../../models';
import { assertShown } from '../testing/figure-laws';
import { transferRoutes } from './transfer-routes';

const small = (frozen: (name: string) => boolean) => {
  const model = onPaper(() => smallResNet({ depth: 8, inputShape: [14, 14, 1], width: 0.5 }));
  for (const layer of model.layers) layer.trainable = !frozen(layer.name);
  return model;
};

const routes = () => ({
  'de zéro': { model: small(() => false), data: '1 000 images|par classe' },
  'extracteur figé': {
    model: small((name) => name !== 'predictions'),
    data: '10 images|par classe',
    copied: true,
  },
});

describe('transferRoutes()', function () {
  this.timeout(60_000); // loading plotly without a browser, on a busy machine

  it('is a figure, a picture and words', () => assertShown(transferRoutes(routes())));

  it('says of each block what it has, where it comes from and whether it learns', () => {
    const lines = transferRoutes(routes()).alt.replaceAll('\u00a0', ' ').split('\n');
    assert.deepEqual(lines.slice(0, 2), [
      'de zéro (1 000 images par classe)',
      '  conv1 : 104 paramètres, au hasard, apprend',
    ]);
    assert.equal(lines.length, 12);
    assert.deepEqual(lines.slice(7).map((line) => line.replace(/^.*paramètres, /, '')), [
      'copié, gelé', 'copié, gelé', 'copié, gelé', 'copié, gelé', 'au hasard, apprend',
    ]); // prettier-ignore
  });

  it('refuses what would not fit, and nothing at all', () => {
    assert.throws(() => transferRoutes({}), /il n’y en a aucune/);
    const model = onPaper(() => vgg());
    assert.throws(() => transferRoutes({ vgg: { model, data: 'ImageNet' } }), {
      name: 'RangeError',
      message: /le réseau de « vgg » a 8 blocs à poids/,
    });
  });
});
