import { strict as assert } from 'node:assert';

import fc from 'fast-check';

import { Volume } from '../volume/volume';
import { conv2d } from './conv2d';
import { tfConv2d } from './tfjs-oracle.test';

/** The images and filters of the course's two worked examples. */
const image5x5 = [
  [1, 1, 1, 0, 0],
  [0, 1, 1, 1, 0],
  [0, 0, 1, 1, 1],
  [0, 0, 1, 1, 0],
  [0, 1, 1, 0, 0],
];
const cross = [
  [1, 0, 1],
  [0, 1, 0],
  [1, 0, 1],
];
const red = [
  [11, 23, 14, 0, 0],
  [0, 2, 15, 10, 0],
  [0, 0, 3, 11, 1],
  [0, 0, 1, 1, 0],
  [0, 11, 1, 0, 0],
];
const green = [
  [0, 0, 12, 0, 0],
  [0, 20, 18, 11, 0],
  [0, 0, 6, 4, 1],
  [0, 0, 3, 1, 0],
  [0, 90, 0, 0, 0],
];
const blue = [
  [0, 12, 98, 0, 0],
  [0, 0, 0, 56, 0],
  [3, 0, 10, 11, 16],
  [0, 0, 0, 1, 0],
  [0, 90, 12, 0, 0],
];
const greenFilter = [
  [-1, 1, 1],
  [0, 0, 0],
  [1, 0, 1],
];
const blueFilter = [
  [1, 0, 1],
  [-1, 0, 0],
  [1, 0, 1],
];

describe('conv2d()', () => {
  it("gives the course's nine steps", () => {
    assert.deepEqual(conv2d(image5x5, cross), [
      [4, 3, 4],
      [2, 4, 3],
      [2, 3, 4],
    ]);
  });

  it('gives the three partial maps of the RGB example, and their sum with one filter of depth 3', () => {
    assert.deepEqual(conv2d(red, cross), [
      [30, 49, 28],
      [16, 16, 27],
      [4, 23, 6],
    ]);
    assert.deepEqual(conv2d(green, greenFilter), [
      [18, 16, -5],
      [41, 10, -4],
      [6, 100, -1],
    ]);
    assert.deepEqual(conv2d(blue, blueFilter), [
      [111, 23, 124],
      [-3, 57, -10],
      [25, 101, 38],
    ]);
    const map = conv2d(stackChannels(red, green, blue), oneFilter(cross, greenFilter, blueFilter));
    assert.deepEqual(
      map.map((row) => row.flat()),
      [
        [159, 88, 147],
        [54, 83, 13],
        [35, 224, 43],
      ],
    );
  });

  it('does not flip the kernel', () => {
    assert.deepEqual(
      conv2d(
        [
          [0, 0, 0],
          [0, 1, 0],
          [0, 0, 0],
        ],
        [
          [1, 2],
          [3, 4],
        ],
      ),
      [
        [4, 3],
        [2, 1],
      ],
    );
  });

  it('takes a vertical and a horizontal stride', () => {
    assert.deepEqual(conv2d(image5x5, cross, { stride: 2 }), [
      [4, 4],
      [2, 4],
    ]);
    assert.deepEqual(conv2d(image5x5, cross, { stride: [1, 2] }), [
      [4, 4],
      [2, 3],
      [2, 4],
    ]);
  });

  it("with 'same' and an even kernel puts the odd zero below and to the right, as TensorFlow", () => {
    const ones = [
      [1, 1],
      [1, 1],
    ];
    assert.deepEqual(conv2d(ones, ones, { padding: 'same' }), [
      [4, 2],
      [2, 1],
    ]);
  });

  it('adds a number of zeros all round', () => {
    assert.deepEqual(conv2d([[5]], [[1]], { padding: 1 }), [
      [0, 0, 0],
      [0, 5, 0],
      [0, 0, 0],
    ]);
  });

  it('adds to each map the bias of its filter', () => {
    const input = [[[2]]];
    const twoFilters = [[[[3, 5]]]];
    assert.deepEqual(conv2d(input, twoFilters, { bias: [0.5, -1] }), [[[6.5, 9]]]);
    assert.deepEqual(conv2d([[2]], [[3]], { bias: 1 }), [[7]]);
  });

  it('gives back the kind it was given, and the type of number', () => {
    const input = Volume.from(image5x5, 'float32');
    const output = conv2d(input, cross);
    assert.ok(output instanceof Volume);
    assert.equal(output.dtype, 'float32');
    assert.deepEqual(output.shape, [3, 3]);
    assert.equal(conv2d(Volume.from(image5x5), Volume.from(cross)).dtype, 'float64');
    assert.ok(Array.isArray(conv2d(image5x5, Volume.from(cross))));
  });

  it('keeps the digits that float32 has not', () => {
    assert.deepEqual(conv2d([[0.1, 0.2]], [[1, 1]]), [[0.1 + 0.2]]);
  });

  it('lets NaN through', () => {
    assert.deepEqual(conv2d([[NaN, 1, 1]], [[1, 1]]), [[NaN, 2]]);
  });

  it('leaves its arguments as they were', () => {
    const image = structuredClone(image5x5);
    const kernel = structuredClone(cross);
    conv2d(image, kernel, { padding: 'same', bias: 1 });
    assert.deepEqual([image, kernel], [image5x5, cross]);
  });

  it('takes a batch image by image', () => {
    const filters = oneFilter(cross);
    const batch = [stackChannels(red), stackChannels(green)];
    assert.deepEqual(
      conv2d(batch, filters),
      batch.map((one) => conv2d(one, filters)),
    );
  });

  it('agrees with tfjs on any batch, channels, filters, strides and padding', () => {
    fc.assert(
      fc.property(convolutions, ({ input, kernel, bias, stride, padding }) => {
        const ours = conv2d(input, kernel, { stride, padding, bias });
        const theirs = tfConv2d(input, kernel, { stride, padding, bias });
        assert.deepEqual(ours.shape, theirs.shape);
        assert.ok(ours.equals(theirs, 1e-3), `${String(ours.data)} / ${String(theirs.data)}`);
      }),
      { numRuns: 150, seed: 2 },
    );
  });
});

describe('conv2d() refuses, and says why:', () => {
  const refuse = (call: () => unknown, found: string, next: string, name = 'RangeError'): void => {
    const message = `Impossible de convoluer l'image par le noyau\u00a0: ${found}\u00a0; ${next}.`;
    assert.throws(call, { name, message });
  };

  it('a kernel larger than the padded image', () => {
    refuse(
      () => conv2d([[1]], Volume.zeros([5, 5]), { padding: 1 }),
      "le noyau fait 5\u00a0×\u00a05 mais l'image, remplissage compris, fait 3\u00a0×\u00a03",
      "utilisez padding: 'same' ou un noyau d'au plus 3\u00a0×\u00a03",
    );
  });

  it('channels that do not match', () => {
    refuse(
      () => conv2d(Volume.zeros([4, 4, 3]), Volume.zeros([2, 2, 1, 1])),
      "l'image a 3 canaux mais le noyau en attend 1",
      'donnez un noyau [hauteur, largeur, 3, filtres]',
    );
    refuse(
      () => conv2d(Volume.zeros([4, 4, 1]), Volume.zeros([2, 2, 3, 1])),
      "l'image a 1 canal mais le noyau en attend 3",
      'donnez un noyau [hauteur, largeur, 1, filtres]',
    );
  });

  it('ranks that do not go together', () => {
    refuse(
      () => conv2d(Volume.zeros([4, 4, 3]), Volume.zeros([2, 2])),
      'le noyau a la forme [2, 2], de rang 2, mais une image de rang 3 demande un noyau de rang 4',
      'donnez un noyau [hauteur, largeur, canaux, filtres]',
    );
    refuse(
      () => conv2d(Volume.zeros([4, 4]), Volume.zeros([2, 2, 1, 1])),
      'le noyau a la forme [2, 2, 1, 1], de rang 4, mais une image de rang 2 demande un noyau de rang 2',
      'donnez un noyau [hauteur, largeur]',
    );
    refuse(
      () => conv2d(Volume.zeros([4]), Volume.zeros([2])),
      "l'image a la forme [4], de rang 1, mais il faut un rang de 2, 3 ou 4",
      'donnez une image [hauteur, largeur], [hauteur, largeur, canaux] ou un lot [lot, hauteur, largeur, canaux]',
    );
  });

  it('a stride that is no step', () => {
    const advice = "donnez un pas de 1 pour avancer d'une case, de 2 pour en sauter une";
    const least = "mais il doit être un entier d'au moins 1";
    refuse(() => conv2d([[1]], [[1]], { stride: 0 }), `le pas (stride) est 0 ${least}`, advice);
    refuse(
      () => conv2d([[1]], [[1]], { stride: [1, 0.5] }),
      `le pas (stride) est 0.5 ${least}`,
      advice,
    );
    refuse(
      () => conv2d([[1]], [[1]], { stride: [1, 1, 1] as never }),
      'le pas (stride) est [1, 1, 1] mais il doit être un entier ou une paire [vertical, horizontal]',
      'donnez par exemple stride: 2 ou stride: [2, 1]',
    );
  });

  it('a negative padding', () => {
    refuse(
      () => conv2d([[1]], [[1]], { padding: -1 }),
      "le remplissage (padding) est -1 mais il doit être 'valid', 'same' ou un entier d'au moins 0",
      "donnez 'valid' pour ne rien ajouter, 'same' pour garder la taille",
    );
  });

  it('a bias that has not one number a filter', () => {
    refuse(
      () => conv2d([[[1]]], [[[[1, 1]]]], { bias: [1, 2, 3] }),
      'le biais a la forme [3] mais il y a 2 filtres',
      'donnez un biais de 2 nombres, un par filtre',
    );
    refuse(
      () => conv2d([[1]], [[1]], { bias: [1, 2] }),
      'le biais a la forme [2] mais il y a 1 filtre',
      'donnez un biais de 1 nombre, un par filtre',
    );
  });

  it('an image that is not one', () => {
    assert.throws(() => conv2d('photo.png' as never, [[1]]), {
      name: 'TypeError',
      message:
        "Impossible de lire l'image\u00a0: un tableau de nombres était attendu, mais c'est 'photo.png'\u00a0; donnez un tableau comme [[1, 2], [3, 4]] ou un Volume.",
    });
    assert.throws(() => conv2d([[1], []], [[1]]), /^RangeError: Impossible de lire l'image/);
  });
});

/** `[height, width]` channels to one image `[height, width, channels]`. */
function stackChannels(...channels: number[][][]): number[][][] {
  return channels[0]!.map((row, y) => row.map((_, x) => channels.map((c) => c[y]![x]!)));
}

/** One `[height, width]` slice a channel to one filter `[height, width, channels, 1]`. */
function oneFilter(...slices: number[][][]): number[][][][] {
  return stackChannels(...slices).map((row) => row.map((place) => place.map((w) => [w])));
}

/** Any float32 convolution in which the kernel fits. */
const convolutions = fc
  .record({
    batch: fc.integer({ min: 1, max: 2 }),
    height: fc.integer({ min: 1, max: 9 }),
    width: fc.integer({ min: 1, max: 9 }),
    kernelHeight: fc.integer({ min: 1, max: 4 }),
    kernelWidth: fc.integer({ min: 1, max: 4 }),
    channels: fc.integer({ min: 1, max: 3 }),
    filters: fc.integer({ min: 1, max: 3 }),
    stride: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
    padding: fc.constantFrom<('valid' | 'same' | number)[]>('valid', 'same', 0, 1, 2),
  })
  .filter((c) => {
    if (c.padding === 'same') return true;
    const around = c.padding === 'valid' ? 0 : 2 * c.padding;
    return c.kernelHeight <= c.height + around && c.kernelWidth <= c.width + around;
  })
  .chain((c) =>
    fc.record({
      input: volumeOf([c.batch, c.height, c.width, c.channels]),
      kernel: volumeOf([c.kernelHeight, c.kernelWidth, c.channels, c.filters]),
      bias: volumeOf([c.filters]),
      stride: fc.constant(c.stride),
      padding: fc.constant(c.padding),
    }),
  );

function volumeOf(shape: number[]): fc.Arbitrary<Volume> {
  const size = shape.reduce((product, length) => product * length, 1);
  const values = fc.array(fc.float({ min: -2, max: 2, noNaN: true }), {
    minLength: size,
    maxLength: size,
  });
  return values.map((numbers) => new Volume(shape, Float32Array.from(numbers)));
}
