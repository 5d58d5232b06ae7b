import { strict as assert } from 'node:assert';

import fc from 'fast-check';
import type * as Tfjs from '@tensorflow/tfjs';

import { imageShapes, volumeOf } from '../testing/arbitraries';
import { checkGradient } from '../testing/check-gradient';
import { seededVolume } from '../testing/seeded-volume';
import { assertClose, tfCompute, tfGradients, tfjs } from '../testing/tfjs-oracle';
import { Volume } from '../volume/volume';
import { elu, eluBackward } from './elu';
import { leakyRelu, leakyReluBackward } from './leaky-relu';
import { relu, reluBackward } from './relu';
import { relu6, relu6Backward } from './relu6';
import { sigmoid, sigmoidBackward } from './sigmoid';
import { swish, swishBackward } from './swish';
import { tanh, tanhBackward } from './tanh';

interface Activation {
  name: string;
  f: (x: Volume) => Volume;
  back: (dOutput: Volume, x: Volume) => Volume;
  tf: (x: Tfjs.Tensor) => Tfjs.Tensor;
  /** x, f(x), f'(x): worked out by hand, to four digits. */
  points: [number, number, number][];
  /** What becomes of NaN, -Infinity and Infinity. */
  limits: [number, number, number];
}

const e = Math.E;

const activations: Activation[] = [
  {
    name: 'relu',
    f: (x) => relu(x),
    back: (dOutput, x) => reluBackward(dOutput, x),
    tf: (x) => tfjs.relu(x),
    points: [[-3, 0, 0], [0, 0, 0], [2, 2, 1]], // prettier-ignore
    limits: [NaN, 0, Infinity],
  },
  {
    name: 'leakyRelu',
    f: (x) => leakyRelu(x),
    back: (dOutput, x) => leakyReluBackward(dOutput, x),
    tf: (x) => tfjs.leakyRelu(x),
    points: [[-3, -0.6, 0.2], [0, 0, 0.2], [2, 2, 1]], // prettier-ignore
    limits: [NaN, -Infinity, Infinity],
  },
  {
    name: 'leakyRelu of alpha 0.1, as in the course',
    f: (x) => leakyRelu(x, { alpha: 0.1 }),
    back: (dOutput, x) => leakyReluBackward(dOutput, x, { alpha: 0.1 }),
    tf: (x) => tfjs.leakyRelu(x, 0.1),
    points: [[-3, -0.3, 0.1], [2, 2, 1]], // prettier-ignore
    limits: [NaN, -Infinity, Infinity],
  },
  {
    name: 'elu',
    f: (x) => elu(x),
    back: (dOutput, x) => eluBackward(dOutput, x),
    tf: (x) => tfjs.elu(x),
    points: [[-1, 1 / e - 1, 1 / e], [0, 0, 1], [2, 2, 1]], // prettier-ignore
    limits: [NaN, -1, Infinity],
  },
  {
    name: 'elu of alpha 2',
    f: (x) => elu(x, { alpha: 2 }),
    back: (dOutput, x) => eluBackward(dOutput, x, { alpha: 2 }),
    tf: (x) => tfjs.sub(tfjs.mul(2, tfjs.elu(x)), tfjs.relu(x)),
    points: [[-1, 2 / e - 2, 2 / e], [2, 2, 1]], // prettier-ignore
    limits: [NaN, -2, Infinity],
  },
  {
    name: 'sigmoid',
    f: (x) => sigmoid(x),
    back: (dOutput, x) => sigmoidBackward(dOutput, x),
    tf: (x) => tfjs.sigmoid(x),
    points: [[0, 0.5, 0.25], [Math.log(3), 0.75, 0.1875], [-1000, 0, 0], [1000, 1, 0]], // prettier-ignore
    limits: [NaN, 0, 1],
  },
  {
    name: 'tanh',
    f: (x) => tanh(x),
    back: (dOutput, x) => tanhBackward(dOutput, x),
    tf: (x) => tfjs.tanh(x),
    points: [[0, 0, 1], [Math.log(3), 0.8, 0.36], [-1000, -1, 0]], // prettier-ignore
    limits: [NaN, -1, 1],
  },
  {
    name: 'swish',
    f: (x) => swish(x),
    back: (dOutput, x) => swishBackward(dOutput, x),
    tf: (x) => tfjs.mul(x, tfjs.sigmoid(x)),
    points: [
      [0, 0, 0.5],
      [Math.log(3), 0.75 * Math.log(3), 0.75 + 0.1875 * Math.log(3)],
      [-1000, 0, 0],
    ],
    limits: [NaN, NaN, Infinity],
  },
  {
    name: 'relu6',
    f: (x) => relu6(x),
    back: (dOutput, x) => relu6Backward(dOutput, x),
    tf: (x) => tfjs.relu6(x),
    points: [[-1, 0, 0], [0, 0, 0], [2, 2, 1], [6, 6, 1], [8, 6, 0]], // prettier-ignore
    limits: [NaN, 0, 6],
  },
];

/** Both sides of each curve's corners: from -8 to 8, none on 0 or 6, where differences know no slope. */
const anyNumbers = imageShapes(4, 3, 2).chain(
  (shape) =>
  volumeOf(shape, { apart: true }).map((x) => new Volume(x.shape, x.data.map((v) => 4 * v + 0.01))), // prettier-ignore
);

for (const { name, f, back, tf, points, limits } of activations) {
  describe(`the activation ${name}`, () => {
    it('has the values and the slopes that one works out by hand', () => {
      for (const [x, y, slope] of points) {
        assertClose(f(Volume.from([x])), Volume.from([y]), 1e-12);
        assertClose(back(Volume.from([2]), Volume.from([x])), Volume.from([2 * slope]), 1e-12);
      }
    });

    it('does with NaN and infinities what it says', () => {
      assert.deepEqual([...f(Volume.from([NaN, -Infinity, Infinity])).data], limits);
      assert.ok(Number.isNaN(f(Volume.from([[NaN, 1]])).data[0]));
    });

    it('agrees with tfjs, forward and backward, and with centred differences', () => {
      fc.assert(
        fc.property(anyNumbers, (x) => {
          assertClose(f(x), tfCompute([x], tf));
          const dOutput = seededVolume(x.shape, 3);
          assertClose(back(dOutput, x), tfGradients(dOutput, [x], tf)[0]!);
          checkGradient(f, x, (dy) => back(dy, x));
        }),
        { numRuns: 30 },
      );
    });
  });
}

describe('an activation', () => {
  it("turns the course's table into what its slide says", () => {
    const before = [
      [15, 20, -10, 35],
      [18, -110, 25, 100],
      [20, -15, 25, -10],
      [101, 75, 18, 23],
    ];
    assert.deepEqual(relu(before), [
      [15, 20, 0, 35],
      [18, 0, 25, 100],
      [20, 0, 25, 0],
      [101, 75, 18, 23],
    ]);
  });

  it('takes a number, nested arrays or a Volume, and gives back the same', () => {
    assert.equal(relu(-3), 0);
    assert.equal(reluBackward(5, 2), 5);
    assert.deepEqual(tanh([[0], [0]]), [[0], [0]]);
    const single = relu(Volume.from([-1, 2], 'float32'));
    assert.equal(single.dtype, 'float32');
    assert.equal(reluBackward([1, 1], single).dtype, 'float32');
  });

  it('gives a plain 0, not -0, where the gate is shut', () => {
    assert.ok(Object.is(reluBackward(-2, -1), 0));
    assert.ok(Object.is(reluBackward([-2], [-1])[0], 0));
    assert.ok(Object.is(relu(-0), 0));
  });

  it('leaves its arguments as they were', () => {
    const x = [-1, 2];
    relu(x);
    reluBackward([1, 1], x);
    assert.deepEqual(x, [-1, 2]);
  });

  it('elu keeps the digits of a number next to 0', () => {
    assert.equal(elu(-1e-12), Math.expm1(-1e-12));
    assert.notEqual(elu(-1e-12), Math.exp(-1e-12) - 1);
  });

  it('refuses what is not numbers', () => {
    assert.throws(
      () => relu('3' as any),
      new TypeError(
        "Impossible de lire l'entrée\u00a0: un tableau de nombres était attendu, mais c'est '3'\u00a0; donnez un tableau comme [[1, 2], [3, 4]] ou un Volume.",
      ),
    );
  });

  it('refuses an alpha that is no finite number', () => {
    for (const alpha of [NaN, Infinity, '2' as unknown as number]) {
      const said = typeof alpha === 'string' ? "'2'" : String(alpha);
      assert.throws(
        () => leakyRelu([1], { alpha }),
        new RangeError(
          `Impossible de calculer leakyRelu\u00a0: alpha vaut ${said} mais il doit être un nombre fini\u00a0; donnez par exemple alpha: 0.2.`,
        ),
      );
      assert.throws(
        () => eluBackward([1], [1], { alpha }),
        new RangeError(
          `Impossible de calculer le gradient de elu\u00a0: alpha vaut ${said} mais il doit être un nombre fini\u00a0; donnez par exemple alpha: 1.`,
        ),
      );
    }
  });

  it('refuses a gradient of another shape than its input', () => {
    assert.throws(
      () => sigmoidBackward([1, 2], [1, 2, 3]),
      new RangeError(
        'Impossible de calculer le gradient de sigmoid\u00a0: le gradient de la sortie (dOutput) a la forme [2] mais la sortie a la forme [3]\u00a0; donnez un gradient de la forme de la sortie.',
      ),
    );
    assert.throws(
      () => tanhBackward([1, 2], 3),
      new TypeError(
        "Impossible de calculer le gradient de tanh\u00a0: le gradient de la sortie (dOutput) est [1, 2] mais l'entrée est un nombre\u00a0; donnez un nombre aussi pour le gradient.",
      ),
    );
  });
});
