import { strict as assert } from 'node:assert';

import fc from 'fast-check';

import { checkGradient } from '../testing/check-gradient';
import { poolings, tfPool } from '../testing/poolings';
import { assertClose, tfCompute, tfGradients } from '../testing/tfjs-oracle';
import { seededVolume } from '../testing/seeded-volume';
import { Volume } from '../volume/volume';
import { maxPool2d, maxPool2dBackward } from './max-pool2d';

/** What the course pools: its table after relu. */
const course = [
  [15, 20, 0, 35],
  [18, 0, 25, 100],
  [20, 0, 25, 0],
  [101, 75, 18, 23],
];

describe('maxPool2d()', () => {
  it("keeps the largest value of each window: the course's table", () => {
    assert.deepEqual(maxPool2d(course, { poolSize: 2 }), [
      [20, 100],
      [101, 25],
    ]);
  });

  it('lets windows overlap when the stride is smaller, and skips cells when it is larger', () => {
    assert.deepEqual(maxPool2d([[1, 3, 2, 5]], { poolSize: [1, 2], stride: 1 }), [[3, 3, 5]]);
    assert.deepEqual(maxPool2d([[1, 9, 2, 9, 3]], { poolSize: 1, stride: [1, 2] }), [[1, 2, 3]]);
  });

  it('leaves out what does not fill a window', () => {
    assert.deepEqual(maxPool2d([[1, 2, 9]], { poolSize: [1, 2] }), [[2]]);
  });

  it('never takes the padding, not even over negative numbers', () => {
    assert.deepEqual(maxPool2d([[-5, -3, -4]], { poolSize: [1, 2], padding: 'same' }), [[-3, -4]]);
    assert.deepEqual(maxPool2d([[-5]], { poolSize: 3, padding: 1 }), [[-5]]);
    const padding = { top: 0, bottom: 0, left: 1, right: 0 };
    assert.deepEqual(maxPool2d([[-5, -3, -4]], { poolSize: [1, 2], padding }), [[-5, -3]]);
    assert.deepEqual(maxPool2d([[-5, -3]], { poolSize: [1, 2], padding: [0, 1] }), [[-5, -3]]);
  });

  it('pools each channel, and each image of a batch, on its own', () => {
    const image = [[[1, 40], [2, 30]]]; // prettier-ignore
    assert.deepEqual(maxPool2d(image, { poolSize: [1, 2] }), [[[2, 40]]]);
    assert.deepEqual(maxPool2d([image, [[[7, 5], [6, 8]]]], { poolSize: [1, 2] }), [[[[2, 40]]], [[[7, 8]]]]); // prettier-ignore
  });

  it('lets NaN and infinities through', () => {
    assert.deepEqual(maxPool2d([[1, NaN, 3, 4]], { poolSize: [1, 2] }), [[NaN, 4]]);
    assert.deepEqual(maxPool2d([[NaN, 9, -Infinity, -Infinity]], { poolSize: [1, 2] }), [
      [NaN, -Infinity],
    ]);
  });

  it('gives back the kind and the type of number it was given, and leaves its argument alone', () => {
    const input = Volume.from(course, 'float32');
    const output = maxPool2d(input, { poolSize: 2 });
    assert.equal(output.dtype, 'float32');
    assert.deepEqual(output.toNested(2), [
      [20, 100],
      [101, 25],
    ]);
    assert.deepEqual(input.toNested(2), course);
  });

  it('agrees with tfjs on any shape, window, stride and padding', () => {
    fc.assert(
      fc.property(poolings(), ({ input, options }) => {
        const theirs = tfCompute([input], (x) => tfPool('max', x, options, -1000));
        assertClose(maxPool2d(input, options), theirs, 0);
      }),
    );
  });
});

describe('maxPool2dBackward()', () => {
  it('sends the gradient of a window to its largest cell', () => {
    assert.deepEqual(maxPool2dBackward([[1, 2], [3, 4]], course, { poolSize: 2 }), [
      [0, 1, 0, 0],
      [0, 0, 0, 2],
      [0, 0, 4, 0],
      [3, 0, 0, 0],
    ]); // prettier-ignore
  });

  it('adds up where windows overlap; of equal cells the first takes all', () => {
    const options = { poolSize: [1, 2], stride: 1 } as const;
    assert.deepEqual(maxPool2dBackward([[1, 10]], [[1, 3, 2]], options), [[0, 11, 0]]);
    assert.deepEqual(maxPool2dBackward([[1, 10]], [[3, 3, 3]], options), [[1, 10, 0]]);
    assert.deepEqual(maxPool2dBackward([[1, 10]], [[3, NaN, NaN]], options), [[0, 11, 0]]);
  });

  it('is what centred differences say', () => {
    fc.assert(
      fc.property(poolings({ apart: true }), ({ input, options }) => {
        checkGradient(
          (x) => maxPool2d(x, options),
          input,
          (dOutput) => maxPool2dBackward(dOutput, input, options),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('agrees with tfjs', () => {
    fc.assert(
      fc.property(poolings({ apart: true }), ({ input, options }) => {
        const dOutput = seededVolume(maxPool2d(input, options).shape, 7);
        const [theirs] = tfGradients(dOutput, [input], (x) => tfPool('max', x, options, -1000));
        assertClose(maxPool2dBackward(dOutput, input, options), theirs!);
      }),
    );
  });
});

describe('a pooling refuses', () => {
  const says = (body: () => unknown, text: string): void => {
    assert.throws(body, new RangeError(`Impossible de sous-échantillonner l'image par maximum\u00a0: ${text}`)); // prettier-ignore
  };

  it('another rank than 2, 3 or 4', () => {
    says(
      () => maxPool2d([1, 2] as any, { poolSize: 2 }),
      "l'image a la forme [2], de rang 1, mais il faut un rang de 2, 3 ou 4\u00a0; donnez une image [hauteur, largeur], [hauteur, largeur, canaux] ou un lot [lot, hauteur, largeur, canaux].",
    );
  });

  it('a window that is no size', () => {
    for (const poolSize of [0, 1.5, NaN, -1]) {
      says(
        () => maxPool2d([[1]], { poolSize }),
        `la fenêtre (poolSize) est ${poolSize} mais ses côtés doivent être des entiers d'au moins 1\u00a0; donnez par exemple poolSize: 2.`,
      );
    }
    says(
      () => maxPool2d([[1]], {} as any),
      'la fenêtre (poolSize) est undefined mais il faut un entier ou une paire [vertical, horizontal]\u00a0; donnez par exemple poolSize: 2 ou poolSize: [2, 3].',
    );
  });

  it('a stride that is no step', () => {
    says(
      () => maxPool2d([[1]], { poolSize: 1, stride: 0 }),
      "le pas (stride) est 0 mais il doit être un entier d'au moins 1\u00a0; donnez un pas de 1 pour avancer d'une case, de 2 pour en sauter une.",
    );
  });

  it('a window larger than the padded image', () => {
    says(
      () => maxPool2d(course, { poolSize: 5 }),
      "la fenêtre fait 5\u00a0×\u00a05 mais l'image, remplissage compris, fait 4\u00a0×\u00a04\u00a0; utilisez padding: 'same' ou une fenêtre d'au plus 4\u00a0×\u00a04.",
    );
  });

  it('padding so wide that a window would see nothing else', () => {
    const text =
      "le remplissage (padding) est si large qu'une fenêtre de 2 y tombe tout entière\u00a0; donnez de chaque côté un remplissage plus petit que la fenêtre.";
    says(() => maxPool2d(course, { poolSize: 2, padding: 2 }), text);
    const below = { top: 0, bottom: 2, left: 0, right: 0 };
    says(() => maxPool2d(course, { poolSize: 2, padding: below }), text);
  });

  it('a gradient of another shape than its output', () => {
    assert.throws(
      () => maxPool2dBackward([[1]], course, { poolSize: 2 }),
      new RangeError(
        'Impossible de calculer le gradient de maxPool2d\u00a0: le gradient de la sortie (dOutput) a la forme [1, 1] mais la sortie a la forme [2, 2]\u00a0; donnez un gradient de la forme de la sortie.',
      ),
    );
  });
});
