import { strict as assert } from 'node:assert';

import * as tf from '../../tf';
import { googLeNet } from '../google-net';
import { differenceOf, onPaper, outlineOf, type Outline } from './index';

const { layers } = tf;

type X = tf.SymbolicTensor;
const put = (layer: tf.Layer, x: X | X[]): X => layer.apply(x) as X;
const conv = (x: X, filters: number, kernelSize: number, activation?: 'relu'): X =>
  put(layers.conv2d({ filters, kernelSize, padding: 'same', activation }), x);

/** The outline of what `build` makes of images of 8 x 8. */
function outline(build: (x: X) => X | X[], channels = 2): Outline {
  const inputs = tf.input({ shape: [8, 8, channels] });
  return outlineOf(tf.model({ inputs, outputs: build(inputs) }));
}

const reason = (got: Outline, expected: Outline): string | undefined =>
  differenceOf(got, expected)?.reason;

/** Two branches, one of them of two layers, behind one another. */
const twoBranches = (x: X): X => {
  const first = conv(x, 3, 1, 'relu');
  const second = conv(conv(x, 2, 1, 'relu'), 4, 3, 'relu');
  return put(layers.concatenate(), [first, second]);
};

describe('the outline of a model', function () {
  this.timeout(60_000);

  it('tells which layers each one reads, where that is not the one before', () => {
    assert.deepEqual(outline(twoBranches), {
      input: '8 × 8 × 2',
      layers: [
        ['Conv2D 1 × 1', '8 × 8 × 3', 9, 'relu'],
        ['Conv2D 1 × 1', '8 × 8 × 2', 6, 'relu', '0'],
        ['Conv2D 3 × 3', '8 × 8 × 4', 76, 'relu'],
        ['Concatenate', '8 × 8 × 7', 0, '', '1, 3'],
      ],
      parameters: 91,
    });
  });

  const same: Record<string, [(x: X) => X | X[], (x: X) => X | X[]]> = {
    'branches that were built in another order': [
      twoBranches,
      (x) => {
        const second = conv(conv(x, 2, 1, 'relu'), 4, 3, 'relu');
        return put(layers.concatenate(), [conv(x, 3, 1, 'relu'), second]);
      },
    ],
    'an activation behind the concatenation': [
      twoBranches,
      (x) => {
        const branches = [conv(x, 3, 1), conv(conv(x, 2, 1, 'relu'), 4, 3)];
        return put(layers.reLU(), put(layers.concatenate(), branches));
      },
    ],
    'a sum, its terms exchanged': [
      (x) => put(layers.add(), [x, conv(conv(x, 5, 3), 2, 3)]),
      (x) => put(layers.add(), [conv(conv(x, 5, 3), 2, 3), x]),
    ],
    'a sum of terms of the same length, exchanged': [
      (x) => put(layers.add(), [conv(x, 5, 3), conv(x, 5, 1)]),
      (x) => put(layers.add(), [conv(x, 5, 1), conv(x, 5, 3)]),
    ],
    'concatenations one behind the other': [
      (x) => {
        const y = conv(x, 3, 3);
        const both = put(layers.concatenate(), [x, y]);
        return put(layers.concatenate(), [both, conv(both, 3, 3)]);
      },
      (x) => {
        const y = conv(x, 3, 3);
        const z = conv(put(layers.concatenate({ axis: 3 }), [x, y]), 3, 3);
        return put(layers.concatenate(), [x, y, z]);
      },
    ],
    'a pooling in front of the concatenation': [
      (x) => put(layers.maxPooling2d({ poolSize: 3, strides: 2 }), twoBranches(x)),
      (x) => {
        const pool = (y: X) => put(layers.maxPooling2d({ poolSize: [3, 3], strides: 2 }), y);
        const second = conv(conv(x, 2, 1, 'relu'), 4, 3, 'relu');
        return put(layers.concatenate(), [pool(conv(x, 3, 1, 'relu')), pool(second)]);
      },
    ],
    'the mean over all places': [
      (x) => put(layers.globalAveragePooling2d({}), x),
      (x) => put(layers.flatten(), put(layers.averagePooling2d({ poolSize: 8 }), x)),
    ],
    'dense layers as convolutions': [
      (x) => put(layers.dense({ units: 3 }), put(layers.flatten(), x)),
      (x) => put(layers.flatten(), put(layers.conv2d({ filters: 3, kernelSize: 8 }), x)),
    ],
    'an activation that several layers read': [
      (x) => {
        const y = conv(x, 2, 3, 'relu');
        return put(layers.add(), [conv(y, 2, 3), y]);
      },
      (x) => {
        const y = put(layers.activation({ activation: 'relu' }), conv(x, 2, 3));
        return put(layers.add(), [y, conv(y, 2, 3)]);
      },
    ],
  };
  it('names what is dropped, what share and what together; a dropout of nothing is none', () => {
    const typesOf = (drop: object): string[] =>
      outline((x) => conv(put(layers.dropout(drop as { rate: number }), conv(x, 3, 1)), 1, 1)).layers.map(([type]) => type);
    const together = { rate: 0.0125, noiseShape: [null, 1, 1, 1] };
    assert.deepEqual(typesOf({ rate: 0.5 }), ['Conv2D 1 × 1', 'Dropout 0,5', 'Conv2D 1 × 1']);
    assert.equal(typesOf(together)[1], 'Dropout 0,0125, noiseShape [null, 1, 1, 1]');
    assert.deepEqual(typesOf({ rate: 0 }), ['Conv2D 1 × 1', 'Conv2D 1 × 1']);
    const without = outline((x) => conv(conv(x, 3, 1), 1, 1));
    const dropped = outline((x) => conv(put(layers.dropout({ rate: 0.5 }), conv(x, 3, 1)), 1, 1));
    assert.match(reason(without, dropped)!, /^couche 2\s: Conv2D 1 × 1 .* au lieu de Dropout 0,5 \(8 × 8 × 3\)$/);
  }); // prettier-ignore

  it('names how far apart a filter looks', () => {
    const typeOf = (kernelSize: number, dilationRate: number | [number, number]): string =>
      outline((x) => put(layers.conv2d({ filters: 1, kernelSize, padding: 'same', ...({ dilationRate } as object) }), x)).layers[0]![0];
    assert.equal(typeOf(3, 2), 'Conv2D 3 × 3, dilatation 2');
    assert.equal(typeOf(3, [1, 2]), 'Conv2D 3 × 3, dilatation [1, 2]');
    assert.equal(typeOf(3, 1), 'Conv2D 3 × 3');
    assert.equal(typeOf(1, 2), 'Conv2D 1 × 1');
  }); // prettier-ignore

  it('names what is frozen, a bounded relu, and every input', () => {
    const [conv1] = outline((x) =>
      put(layers.conv2d({ filters: 1, kernelSize: 1, trainable: false }), x),
    ).layers;
    assert.equal(conv1![0], 'Conv2D 1 × 1, gelée');
    const [relu6] = outline((x) => put(layers.reLU({ maxValue: 6 }), x)).layers;
    assert.equal(relu6![3], 'relu6');
    const inputs = [tf.input({ shape: [2] }), tf.input({ shape: [3] })];
    const unread = tf.model({ inputs, outputs: put(layers.dense({ units: 1 }), inputs[0]!) });
    assert.equal(outlineOf(unread).input, '2 ; 3');
  });

  for (const [what, [one, other]] of Object.entries(same)) {
    it(`is the same for ${what}`, () => assert.deepEqual(outline(other), outline(one)));
  }

  it('is another one where what comes before the activation is read too', () => {
    const before = outline((x) => {
      const y = conv(x, 2, 3);
      return put(layers.add(), [y, conv(put(layers.reLU(), y), 2, 3)]);
    });
    assert.deepEqual(
      before.layers.map(([type, , , activation, from]) => [type, activation, from]),
      [
        ['Conv2D 3 × 3', '', undefined],
        ['Activation', 'relu', undefined],
        ['Conv2D 3 × 3', '', undefined],
        ['Add', '', '3, 1'],
      ],
    );
  });

  it('is another one where branches are not pooled alike', () => {
    const pooled = (padding: 'same' | 'valid') => (x: X) => {
      const pools = [padding, 'same' as const].map((each) =>
        put(layers.maxPooling2d({ poolSize: 2, padding: each }), conv(x, 2, 1)),
      );
      return put(layers.concatenate(), pools);
    };
    const types = ({ layers: rows }: Outline) => rows.map(([type]) => type.split(' ')[0]);
    assert.deepEqual(types(outline(pooled('valid'))).slice(-2), ['MaxPooling2D', 'Concatenate']);
    assert.deepEqual(types(outline(pooled('same'))).slice(-2), ['Concatenate', 'MaxPooling2D']);
  });

  it('tells a difference in words: branches, sources, layers, outputs', () => {
    const expected = outline(twoBranches);
    assert.equal(
      reason(
        outline((x) => conv(x, 3, 1, 'relu')),
        expected,
      ),
      'après l’entrée, on attend deux branches, il y en a une',
    );
    const behind = (x: X): X => put(layers.maxPooling2d({ poolSize: 2 }), x);
    assert.equal(
      reason(
        outline((x) => conv(behind(x), 3, 1, 'relu')),
        outline((x) => twoBranches(behind(x))),
      ),
      'après la couche 1 (MaxPooling2D 2 × 2, pas 2), on attend deux branches, il y en a une',
    );
    const join = (order: (x: X) => X[]) => outline((x) => put(layers.concatenate(), order(x)));
    const [first, second] = [(x: X) => conv(x, 3, 1), (x: X) => conv(x, 3, 3)];
    assert.equal(
      reason(
        join((x) => [second(x), first(x)]),
        join((x) => [first(x), second(x)]),
      ),
      'couche 1\u00a0: Conv2D 3 × 3 (8 × 8 × 3, 57 paramètres) au lieu de Conv2D 1 × 1 (8 × 8 × 3, 9 paramètres)',
    );
    const crossed = (straight: boolean) => (x: X): X => {
      const [a, b] = [first(x), first(x)];
      const sum = put(layers.add(), [first(a), b]);
      return put(layers.concatenate(), straight ? [a, b, sum] : [b, a, sum]);
    }; // prettier-ignore
    assert.equal(
      reason(outline(crossed(true)), outline(crossed(false))),
      'couche 3\u00a0: Conv2D 1 × 1 reçoit 1 au lieu de 2',
    );
    assert.equal(
      reason(
        outline((x) => [conv(x, 3, 1), x]),
        outline((x) => [x, conv(x, 3, 1)]),
      ),
      'les sorties sont celles des couches 1, 0 au lieu de 0, 1',
    );
  });

  it('is the same for two readings of GoogLeNet with its auxiliary classifiers', () => {
    const build = () => outlineOf(onPaper(() => googLeNet({ auxiliary: true })));
    const { outputs, layers: rows, parameters } = build();
    assert.equal(differenceOf(build(), build()), null);
    assert.equal(parameters, 13_378_280);
    assert.equal(outputs?.length, 3);
    assert.equal(rows.filter(([type]) => type === 'Concatenate').length, 9);
  });
});
