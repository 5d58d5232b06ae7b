import { strict as assert } from 'node:assert';

import fc from 'fast-check';

import { Volume } from '../volume/volume';
import { conv1d } from './conv1d';
import { tfConv1d } from './tfjs-oracle.test';

const signal = [0, 1, 2, -1, 1, -3, 0];

describe('conv1d()', () => {
  it("gives the course's example, with a stride of 1 and of 2", () => {
    assert.deepEqual(conv1d(signal, [1, 0, -1]), [-2, 2, 1, 2, 1]);
    assert.deepEqual(conv1d(signal, [1, 0, -1], { stride: 2 }), [-2, 1, 1]);
  });

  it('pads both ends with zeros; with an even kernel the odd zero of same is last', () => {
    assert.deepEqual(conv1d([1, 2, 3], [1, 10], { padding: 1 }), [10, 21, 32, 3]);
    assert.deepEqual(conv1d([1, 2, 3], [1, 10], { padding: 'same' }), [21, 32, 3]);
  });

  it('sums over channels, one map a filter, and adds its bias', () => {
    const twoChannels = [
      [1, 10],
      [2, 20],
      [3, 30],
    ];
    const kernel = [
      [
        [1, 0],
        [0, 1],
      ],
      [
        [1, 0],
        [1, 0],
      ],
    ];
    assert.deepEqual(conv1d(twoChannels, kernel, { bias: [0, 0.5] }), [
      [1 + 2 + 20, 10.5],
      [2 + 3 + 30, 20.5],
    ]);
  });

  it('gives back the kind it was given, and the type of number', () => {
    const output = conv1d(Volume.from(signal, 'float32'), [1, 0, -1]);
    assert.ok(output instanceof Volume);
    assert.equal(output.dtype, 'float32');
    assert.deepEqual(output.toNested(1), [-2, 2, 1, 2, 1]);
  });

  it('leaves its arguments as they were', () => {
    const input = [...signal];
    conv1d(input, [1, 1], { padding: 2, bias: 3 });
    assert.deepEqual(input, signal);
  });

  it('agrees with tfjs on any batch, channels, filters, stride and padding', () => {
    fc.assert(
      fc.property(convolutions, ({ input, kernel, bias, stride, padding }) => {
        const ours = conv1d(input, kernel, { stride, padding, bias });
        const theirs = tfConv1d(input, kernel, { stride, padding, bias });
        assert.deepEqual(ours.shape, theirs.shape);
        assert.ok(ours.equals(theirs, 1e-3));
      }),
      { numRuns: 100, seed: 1 },
    );
  });
});

describe('conv1d() refuses, and says why:', () => {
  const refuse = (call: () => unknown, found: string, next: string): void => {
    const message = `Impossible de convoluer le signal par le noyau\u00a0: ${found}\u00a0; ${next}.`;
    assert.throws(call, { name: 'RangeError', message });
  };

  it('a kernel longer than the padded signal', () => {
    refuse(
      () => conv1d([1, 2], [1, 1, 1]),
      'le noyau a une longueur de 3 mais le signal, remplissage compris, a une longueur de 2',
      "utilisez padding: 'same' ou un noyau de longueur 2 au plus",
    );
  });

  it('channels that do not match', () => {
    refuse(
      () => conv1d(Volume.zeros([4, 2]), Volume.zeros([2, 3, 1])),
      'le signal a 2 canaux mais le noyau en attend 3',
      'donnez un noyau [longueur, 2, filtres]',
    );
  });

  it('ranks that do not go together', () => {
    refuse(
      () => conv1d(Volume.zeros([4]), Volume.zeros([2, 1, 1])),
      'le noyau a la forme [2, 1, 1], de rang 3, mais un signal de rang 1 demande un noyau de rang 1',
      'donnez un noyau [longueur]',
    );
    refuse(
      () => conv1d(Volume.zeros([4, 2]), Volume.zeros([2])),
      'le noyau a la forme [2], de rang 1, mais un signal de rang 2 demande un noyau de rang 3',
      'donnez un noyau [longueur, canaux, filtres]',
    );
    refuse(
      () => conv1d(Volume.zeros([1, 1, 1, 1]), Volume.zeros([2])),
      'le signal a la forme [1, 1, 1, 1], de rang 4, mais il faut un rang de 1, 2 ou 3',
      'donnez un signal [longueur], [longueur, canaux] ou un lot [lot, longueur, canaux]',
    );
  });

  it('a stride of 0', () => {
    refuse(
      () => conv1d([1], [1], { stride: 0 }),
      "le pas (stride) est 0 mais il doit être un entier d'au moins 1",
      "donnez un pas de 1 pour avancer d'une case, de 2 pour en sauter une",
    );
  });
});

/** Any float32 convolution in which the kernel fits. */
const convolutions = fc
  .record({
    batch: fc.integer({ min: 1, max: 2 }),
    length: fc.integer({ min: 4, max: 12 }),
    kernelLength: fc.integer({ min: 1, max: 4 }),
    channels: fc.integer({ min: 1, max: 3 }),
    filters: fc.integer({ min: 1, max: 3 }),
  })
  .chain((c) =>
    fc.record({
      input: volumeOf([c.batch, c.length, c.channels]),
      kernel: volumeOf([c.kernelLength, c.channels, c.filters]),
      bias: volumeOf([c.filters]),
      stride: fc.integer({ min: 1, max: 3 }),
      padding: fc.constantFrom<('valid' | 'same')[]>('valid', 'same'),
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
