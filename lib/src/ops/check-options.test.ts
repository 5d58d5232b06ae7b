import { strict as assert } from 'node:assert';

import { Volume } from '../volume/volume';
import { conv1d } from './conv1d';
import { conv2d } from './conv2d';
import { depthwiseConv2d } from './depthwise-conv2d';
import { maxPool2d } from './max-pool2d';
import { pointwiseConv2d } from './pointwise-conv2d';

const image = Volume.from([[[1]]]);

describe('options', () => {
  it('of an unknown name are refused: `strides` is tfjs', () => {
    assert.throws(() => conv2d([[1]], [[1]], { strides: 2 } as never), {
      name: 'TypeError',
      message:
        "Impossible de convoluer l'image par le noyau\u00a0: il n'y a pas d'option strides\u00a0; les options sont stride, padding, dilation, groups, bias.",
    });
    assert.throws(() => conv1d([1], [1], { pad: 1 } as never), /pas d'option pad/);
    assert.throws(
      () => maxPool2d([[1]], { size: 1 } as never),
      /les options sont poolSize, stride/,
    );
    const kernel = Volume.from([[[[1]]]]);
    const groups = { groups: 1 } as never;
    assert.throws(() => depthwiseConv2d(image, kernel, groups), /pas d'option groups/);
    const padded = { padding: 'same' } as never;
    assert.throws(() => pointwiseConv2d(image, Volume.from([[1]]), padded), /d'option padding/);
  });

  it('are an object', () => {
    for (const [options, text] of [
      [null, 'null'],
      [2, '2'],
      [[2], '[2]'],
    ] as const) {
      assert.throws(() => conv2d([[1]], [[1]], options as never), {
        name: 'TypeError',
        message: `Impossible de convoluer l'image par le noyau\u00a0: les options sont ${text} mais il faut un objet\u00a0; donnez par exemple { stride: … }.`,
      });
    }
  });
});

describe('a shape too large for any machine', () => {
  it('is refused before it is asked for', () => {
    const message = /demande 1000000000000 nombres mais un Volume en tient au plus 2147483648/;
    assert.throws(() => Volume.zeros([1e6, 1e6]), message);
    assert.throws(() => conv2d([[1]], [[1]], { padding: 1e9 }), /un Volume en tient au plus/);
  });
});
