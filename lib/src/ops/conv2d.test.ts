import { strict as assert } from 'node:assert';

import fc from 'fast-check';

import { convolutions2d } from '../testing/arbitraries';
import { tfConv2d } from '../testing/tfjs-convolutions';
import { assertClose, tfCompute } from '../testing/tfjs-oracle';
import { Volume } from '../volume/volume';
import { conv2d } from './conv2d';

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

  it('pads each axis, or each side, for itself', () => {
    assert.deepEqual(conv2d([[5]], [[1]], { padding: [1, 0] }), [[0], [5], [0]]);
    assert.deepEqual(conv2d([[5]], [[1]], { padding: { top: 0, bottom: 1, left: 2, right: 0 } }), [
      [0, 0, 5],
      [0, 0, 0],
    ]);
  });

  it('dilated sees every other pixel, or as far apart as each axis is told', () => {
    const corners = [
      [1, 10],
      [100, 1000],
    ];
    assert.deepEqual(conv2d(image5x5, corners, { dilation: [4, 3] }), [[1, 1 + 100]]);
    assert.deepEqual(conv2d(image5x5, corners, { dilation: 2, stride: 2 }), [
      [1 + 10 + 1000, 1 + 100 + 1000],
      [10 + 1000, 1 + 10 + 100],
    ]);
  });

  it('is a dilated one if zeros stand between the weights', () => {
    const spread = [
      [1, 0, 2],
      [0, 0, 0],
      [3, 0, 4],
    ];
    const kernel = [
      [1, 2],
      [3, 4],
    ];
    for (const padding of ['valid', 'same', 1] as const) {
      assert.deepEqual(
        conv2d(red, kernel, { dilation: 2, padding, stride: 2 }),
        conv2d(red, spread, { padding, stride: 2 }),
      );
    }
  });

  it('shares channels among groups: the first filters see the first channels alone', () => {
    const pixel = [[[1, 2, 3, 4]]];
    // Two groups of two channels: filters 0 and 1 for the first, 2 and 3 for the second.
    const kernel = [
      [
        [
          [1, 10, 100, 1000],
          [1, 10, 100, 1000],
        ],
      ],
    ];
    assert.deepEqual(conv2d(pixel, kernel, { groups: 2 }), [[[3, 30, 700, 7000]]]);
    assert.deepEqual(conv2d(pixel, [[[[1, 1, 1, 1]]]], { groups: 4, bias: [0, 0, 0, 1] }), [
      [[1, 2, 3, 5]],
    ]);
  });

  it('lets no weight, not even NaN, count over the padding', () => {
    assert.deepEqual(
      conv2d([[2]], [[NaN, 3]], { padding: { top: 0, bottom: 0, left: 1, right: 0 } }),
      [[6]],
    );
  });

  it('agrees with tfjs on any batch, channels, groups, strides, dilation and padding', () => {
    fc.assert(
      fc.property(convolutions2d({ dtype: 'float32' }), ({ input, kernel, options }) => {
        const ours = conv2d(input, kernel, options);
        const theirs = tfCompute([input, kernel, options.bias], (x, w, b) =>
          tfConv2d(x, w, options).add(b),
        );
        assertClose(ours, theirs);
      }),
      { numRuns: 200 },
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
      // @ts-expect-error the compiler refuses it too
      () => conv2d(Volume.zeros([4, 4, 3]), Volume.zeros([2, 2, 1, 1])),
      "l'image a 3 canaux mais le noyau en attend 1",
      'donnez un noyau [hauteur, largeur, 3, filtres]',
    );
    refuse(
      // @ts-expect-error the compiler refuses it too
      () => conv2d(Volume.zeros([4, 4, 1]), Volume.zeros([2, 2, 3, 1])),
      "l'image a 1 canal mais le noyau en attend 3",
      'donnez un noyau [hauteur, largeur, 1, filtres]',
    );
  });

  it('ranks that do not go together', () => {
    refuse(
      // @ts-expect-error the compiler refuses it too
      () => conv2d(Volume.zeros([4, 4, 3]), Volume.zeros([2, 2])),
      'le noyau a la forme [2, 2], de rang 2, mais une image de rang 3 demande un noyau de rang 4',
      'donnez un noyau [hauteur, largeur, canaux, filtres]',
    );
    refuse(
      // @ts-expect-error the compiler refuses it too
      () => conv2d(Volume.zeros([4, 4]), Volume.zeros([2, 2, 1, 1])),
      'le noyau a la forme [2, 2, 1, 1], de rang 4, mais une image de rang 2 demande un noyau de rang 2',
      'donnez un noyau [hauteur, largeur]',
    );
    refuse(
      // @ts-expect-error the compiler refuses it too
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

  it('a padding that is neither a word, a count, a pair nor four sides', () => {
    const one = (padding: unknown) => () => conv2d([[1]], [[1]], { padding: padding as never });
    refuse(
      one('full'),
      "le remplissage (padding) est 'full' mais il doit être 'valid', 'same' ou un entier d'au moins 0",
      "donnez 'valid' pour ne rien ajouter, 'same' pour garder la taille",
    );
    refuse(
      one(null),
      "le remplissage (padding) est null mais il doit être 'valid', 'same' ou un entier d'au moins 0",
      "donnez 'valid' pour ne rien ajouter, 'same' pour garder la taille",
    );
    for (const [padding, text] of [
      [[1, -1], '[1, -1]'],
      [[1, 1, 1, 1], '[1, 1, 1, 1]'],
    ] as const) {
      refuse(
        one(padding),
        `le remplissage (padding) est ${text} mais une paire [vertical, horizontal] est faite de deux entiers d'au moins 0`,
        'donnez par exemple padding: [1, 2]',
      );
    }
    const sides = 'donnez par exemple padding: { top: 1, bottom: 1, left: 1, right: 1 }';
    const each = "mais chaque côté doit être un entier d'au moins 0";
    refuse(
      one({ top: 1, bottom: 1, left: 1 }),
      `le remplissage (padding) a right: undefined ${each}`,
      sides,
    );
    refuse(
      one({ top: 1, bottom: NaN, left: 1, right: 0 }),
      `le remplissage (padding) a bottom: NaN ${each}`,
      sides,
    );
  });

  it('a dilation that is no distance', () => {
    for (const [dilation, text] of [
      [0, '0'],
      [[1, 1.5], '1.5'],
      [NaN, 'NaN'],
    ] as const) {
      refuse(
        () => conv2d([[1]], [[1]], { dilation }),
        `la dilatation (dilation) est ${text} mais elle doit être un entier d'au moins 1`,
        'donnez 1 pour un noyau serré, 2 pour sauter une case entre deux poids',
      );
    }
    refuse(
      () => conv2d([[1]], [[1]], { dilation: '2' as never }),
      "la dilatation (dilation) est '2' mais elle doit être un entier ou une paire [verticale, horizontale]",
      'donnez par exemple dilation: 2 ou dilation: [2, 1]',
    );
  });

  it('a dilated kernel that reaches further than the padded image', () => {
    refuse(
      // @ts-expect-error the compiler refuses it too
      () => conv2d(Volume.zeros([5, 6]), Volume.zeros([3, 3]), { dilation: [3, 2] }),
      "le noyau fait 3\u00a0×\u00a03, soit 7\u00a0×\u00a05 avec la dilatation, mais l'image, remplissage compris, fait 5\u00a0×\u00a06",
      "utilisez padding: 'same', une dilatation plus petite ou un noyau d'au plus 2\u00a0×\u00a03",
    );
    assert.deepEqual(
      conv2d(Volume.zeros([5, 6]), Volume.zeros([2, 3]), { dilation: [3, 2] }).shape,
      [2, 2],
    );
  });

  it('groups that do not divide', () => {
    refuse(
      // @ts-expect-error the compiler refuses it too
      () => conv2d(Volume.zeros([1, 1, 3]), Volume.zeros([1, 1, 3, 2]), { groups: 2 }),
      "l'image a 3 canaux mais il faut un multiple de 2, le nombre de groupes (groups)",
      'donnez un nombre de groupes qui divise 3',
    );
    refuse(
      // @ts-expect-error the compiler refuses it too
      () => conv2d(Volume.zeros([1, 1, 4]), Volume.zeros([1, 1, 4, 2]), { groups: 2 }),
      "l'image a 4 canaux en 2 groupes, donc 2 par groupe, mais le noyau en attend 4",
      'donnez un noyau [hauteur, largeur, 2, filtres]',
    );
    refuse(
      // @ts-expect-error the compiler refuses it too
      () => conv2d(Volume.zeros([1, 1, 4]), Volume.zeros([1, 1, 2, 3]), { groups: 2 }),
      'le noyau a 3 filtres mais il faut un multiple de 2, le nombre de groupes (groups)',
      'donnez un noyau [hauteur, largeur, 2, filtres] dont le nombre de filtres est un multiple de 2',
    );
    for (const groups of [0, 1.5, NaN, '2'] as number[]) {
      refuse(
        () => conv2d(Volume.zeros([1, 1, 4]), Volume.zeros([1, 1, 4, 4]), { groups }),
        `le nombre de groupes (groups) est ${typeof groups === 'string' ? "'2'" : groups} mais il doit être un entier d'au moins 1`,
        'donnez groups: 1 pour que chaque filtre voie tous les canaux',
      );
    }
  });

  it('an empty image or kernel', () => {
    const message = (what: string): RegExp =>
      new RegExp(
        `^RangeError: Impossible de lire ${what}\u00a0: .*tableau vide\u00a0; donnez au moins un nombre par ligne`,
      );
    assert.throws(() => conv2d([[]], [[1]]), message("l'image"));
    assert.throws(() => conv2d([[1]], [[], []]), message('le noyau'));
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
