import { strict as assert } from 'node:assert';

import fc from 'fast-check';

import { Volume } from '../volume/volume';
import { histogram } from './histogram';
import { mergeChannels } from './merge-channels';
import { splitChannels } from './split-channels';
import { toBinary } from './to-binary';

const NBSP = '\u00a0';

/** Images of any values, of at most 6 x 6 x 4. */
const anyImage = fc
  .tuple(...([6, 6, 4].map((max) => fc.integer({ min: 1, max })) as [fc.Arbitrary<number>]))
  .chain((shape) => {
    const size = (shape as number[]).reduce((product, length) => product * length, 1);
    return fc
      .array(fc.double({ min: -10, max: 300 }), { minLength: size, maxLength: size })
      .map((values) => new Volume(shape, Float64Array.from(values)));
  });

describe('splitChannels() and mergeChannels()', () => {
  const image = Volume.from([
    [
      [1, 2],
      [3, 4],
    ],
    [
      [5, 6],
      [7, 8],
    ],
  ]);

  it('take an image apart, and put it together', () => {
    const channels = splitChannels(image);
    assert.deepEqual(
      channels.map((channel) => channel.toNested(2)),
      [
        [
          [1, 3],
          [5, 7],
        ],
        [
          [2, 4],
          [6, 8],
        ],
      ],
    );
    assert.ok(mergeChannels(channels).equals(image));
  });

  it('undo each other, whatever the image', () => {
    fc.assert(
      fc.property(anyImage, (any) => {
        const again = mergeChannels(splitChannels(any));
        assert.deepEqual([again.shape, again.data], [any.shape, any.data]);
      }),
    );
  });

  it('copy: the image does not change with a channel', () => {
    splitChannels(image)[0]!.data[0] = 99;
    assert.equal(image.at(0, 0, 0), 1);
  });

  it('keep the type of number; of mixed ones, the wider', () => {
    const narrow = Volume.zeros([1, 1], 'float32');
    assert.equal(splitChannels(Volume.zeros([1, 1, 2], 'float32'))[1]!.dtype, 'float32');
    assert.equal(mergeChannels([narrow, narrow]).dtype, 'float32');
    assert.equal(mergeChannels([narrow, Volume.zeros([1, 1])]).dtype, 'float64');
  });

  it('refuse what is no image, no channel, or of another size', () => {
    assert.throws(() => splitChannels(Volume.zeros([2, 2])), {
      name: 'RangeError',
      message: `Impossible de séparer les canaux de l'image${NBSP}: sa forme est [2, 2] mais il faut [hauteur, largeur, canaux]${NBSP}; donnez une image à la fois, prise d'un lot s'il le faut.`,
    });
    const merging = `Impossible d'assembler les canaux en une image${NBSP}:`;
    const next = `donnez des canaux [hauteur, largeur] de même taille`;
    assert.throws(() => mergeChannels([]), {
      name: 'RangeError',
      message: `${merging} la liste des canaux est []${NBSP}; donnez au moins un canal, par exemple ceux de splitChannels(image).`,
    });
    assert.throws(() => mergeChannels([Volume.zeros([2, 2, 1])]), {
      name: 'RangeError',
      message: `${merging} la forme du premier canal est [2, 2, 1] mais il faut [hauteur, largeur]${NBSP}; ${next}.`,
    });
    assert.throws(() => mergeChannels([Volume.zeros([2, 2]), Volume.zeros([2, 3])]), {
      name: 'RangeError',
      message: `${merging} la forme du canal 1 est [2, 3] mais celle du premier est [2, 2]${NBSP}; ${next}.`,
    });
  });
});

describe('toBinary()', () => {
  it('is white from the threshold on, black below', () => {
    const image = Volume.from([[0, 127.9, 128, 255, NaN]]);
    assert.deepEqual(toBinary(image).toNested(2), [[0, 0, 255, 255, 0]]);
    assert.deepEqual(toBinary(image, { threshold: 200 }).toNested(2), [[0, 0, 0, 255, 0]]);
  });

  it('turns colours grey first, by the mean or as the eye sees them', () => {
    const green = Volume.from([[[0, 255, 0]]]); // 85 by the mean, 149.7 by the eye
    assert.deepEqual(toBinary(green).toNested(2), [[0]]);
    assert.deepEqual(toBinary(green, { method: 'luma' }).toNested(2), [[255]]);
  });

  it('takes a map of one channel, and keeps the type of number', () => {
    const map = new Volume([1, 2, 1], Float32Array.from([0.2, 0.8]));
    const binary = toBinary(map, { threshold: 0.5, range: [0, 1] });
    assert.deepEqual(binary.toNested(2), [[0, 1]]);
    assert.equal(binary.dtype, 'float32');
  });

  it('refuses another shape, and a threshold that is no number', () => {
    assert.throws(() => toBinary(Volume.zeros([2, 2, 4])), {
      name: 'RangeError',
      message: `Impossible de passer l'image en noir et blanc${NBSP}: sa forme est [2, 2, 4] mais il faut [hauteur, largeur] ou [hauteur, largeur, 3]${NBSP}; donnez une image grise, ou rouge, vert et bleu.`,
    });
    assert.throws(() => toBinary(Volume.zeros([2, 2]), { threshold: NaN }), {
      name: 'RangeError',
      message: `Impossible de passer l'image en noir et blanc${NBSP}: le seuil (threshold) est NaN mais il faut un nombre${NBSP}; donnez par exemple threshold: 128.`,
    });
    assert.throws(() => toBinary(Volume.zeros([2, 2, 3]), { method: 'max' as never }), RangeError);
  });
});

describe('histogram()', () => {
  const ends = fc.tuple(
    fc.double({ min: -5, max: 5, noNaN: true }),
    fc.double({ min: 0.01, max: 300, noNaN: true }),
  );

  it('counts each value of a picture, channel by channel', () => {
    const { edges, counts, outside } = histogram(
      Volume.from([
        [
          [0, 255],
          [0, 7],
        ],
      ]),
    );
    assert.deepEqual([edges.length, edges[0], edges[256]], [257, 0, 256]);
    assert.deepEqual([counts[0]![0], counts[1]![255], counts[1]![7]], [2, 1, 1]);
    assert.deepEqual(outside, [0, 0]);
  });

  it('gives a bin its lower edge, and the last one both', () => {
    const image = Volume.from([[0, 0.25, 0.5, 0.75, 1]]);
    const { counts } = histogram(image, { bins: 4, range: [0, 1] });
    assert.deepEqual(counts, [[1, 1, 1, 2]]);
  });

  it('counts apart what lies outside, and NaN', () => {
    const image = Volume.from([[-1, 0, 1, 2, NaN, Infinity]]);
    const { counts, outside } = histogram(image, { bins: 1, range: [0, 1] });
    assert.deepEqual([counts, outside], [[[2]], [4]]);
  });

  it('loses no pixel, and puts each between the edges of its bin, whatever the image', () => {
    fc.assert(
      fc.property(
        anyImage,
        fc.integer({ min: 1, max: 50 }),
        ends,
        (image, bins, [start, width]) => {
          const range = [start, start + width] as const;
          const { edges, counts, outside } = histogram(image, { bins, range });
          for (const [channel, { data }] of splitChannels(image).entries()) {
            const last = bins - 1;
            for (const [bin, count] of counts[channel]!.entries()) {
              const [low, high] = [edges[bin]!, edges[bin + 1]!];
              const inside = data.filter((v) => v >= low && (bin === last ? v <= high : v < high));
              assert.equal(count, inside.length);
            }
            const counted = counts[channel]!.reduce((sum, count) => sum + count, 0);
            assert.equal(counted + outside[channel]!, data.length);
          }
        },
      ),
    );
  });

  it('puts an edge into the bin that it begins, the number before it into the one that it ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), ends, (bins, [start, width]) => {
        const range = [start, start + width] as const;
        const { edges } = histogram(Volume.zeros([1, 1]), { bins, range });
        const { counts } = histogram(Volume.from([edges]), { bins, range });
        const wanted = new Array<number>(bins).fill(1);
        wanted[bins - 1]!++;
        assert.deepEqual(counts, [wanted]);
        // The next smaller number belongs to the bin before.
        const below = edges
          .slice(1)
          .map((edge) => edge - Math.max(Math.abs(edge) * 2 ** -53, 5e-324));
        const before = histogram(Volume.from([below]), { bins, range });
        assert.deepEqual(before.counts, [new Array<number>(bins).fill(1)]);
      }),
      { numRuns: 500 },
    );
  });

  it('refuses a batch, a count of bins that is none, and a range that does not grow', () => {
    const counting = `Impossible de compter les valeurs de l'image${NBSP}:`;
    assert.throws(() => histogram(Volume.zeros([1, 2, 2, 3])), {
      name: 'RangeError',
      message: `${counting} sa forme est [1, 2, 2, 3] mais il faut [hauteur, largeur] ou [hauteur, largeur, canaux]${NBSP}; donnez une image à la fois, prise d'un lot s'il le faut.`,
    });
    assert.throws(() => histogram(Volume.zeros([2, 2]), { bins: 0 }), {
      name: 'RangeError',
      message: `${counting} le nombre de classes (bins) est 0 mais il doit être un entier de 1 à un million${NBSP}; donnez par exemple bins: 256.`,
    });
    assert.throws(() => histogram(Volume.zeros([2, 2]), { range: [1, 1] }), {
      name: 'RangeError',
      message: `${counting} la plage (range) va de 1 à 1 mais elle doit croître${NBSP}; donnez par exemple range: [0, 1].`,
    });
  });
});
