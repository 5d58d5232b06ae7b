import { strict as assert } from 'node:assert';

import fc from 'fast-check';

import { convolutions1d } from '../testing/arbitraries';
import { tfConv1d } from '../testing/tfjs-convolutions';
import { assertClose, tfCompute } from '../testing/tfjs-oracle';
import { Volume } from '../volume/volume';
import { conv1d } from './conv1d';

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

  it('pads each end for itself', () => {
    assert.deepEqual(
      conv1d([1, 2, 3], [1, 10], { padding: { left: 2, right: 0 } }),
      [0, 10, 21, 32],
    );
  });

  it('dilated sees every other sample; same keeps the length all the same', () => {
    assert.deepEqual(conv1d([1, 2, 3, 4], [1, 10], { dilation: 2 }), [31, 42]);
    assert.deepEqual(
      conv1d([1, 2, 3, 4], [1, 10], { dilation: 2, padding: 'same' }),
      [20, 31, 42, 3],
    );
  });

  it('shares channels among groups', () => {
    const kernel = [[[1, 10, 100, 1000]]];
    assert.deepEqual(conv1d([[2, 3]], kernel, { groups: 2 }), [[2, 20, 300, 3000]]);
  });

  it('agrees with tfjs on any batch, channels, groups, stride, dilation and padding', () => {
    fc.assert(
      fc.property(convolutions1d({ dtype: 'float32' }), ({ input, kernel, options }) => {
        const ours = conv1d(input, kernel, options);
        const theirs = tfCompute([input, kernel, options.bias], (x, w, b) =>
          tfConv1d(x.as3D(...three(input)), w.as3D(...three(kernel)), options).add(b),
        );
        assertClose(ours, theirs);
      }),
      { numRuns: 150 },
    );
  });
});

const three = ({ shape }: Volume): [number, number, number] => shape as [number, number, number];

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
      // @ts-expect-error the compiler refuses it too
      () => conv1d(Volume.zeros([4, 2]), Volume.zeros([2, 3, 1])),
      'le signal a 2 canaux mais le noyau en attend 3',
      'donnez un noyau [longueur, 2, filtres]',
    );
  });

  it('ranks that do not go together', () => {
    refuse(
      // @ts-expect-error the compiler refuses it too
      () => conv1d(Volume.zeros([4]), Volume.zeros([2, 1, 1])),
      'le noyau a la forme [2, 1, 1], de rang 3, mais un signal de rang 1 demande un noyau de rang 1',
      'donnez un noyau [longueur]',
    );
    refuse(
      // @ts-expect-error the compiler refuses it too
      () => conv1d(Volume.zeros([4, 2]), Volume.zeros([2])),
      'le noyau a la forme [2], de rang 1, mais un signal de rang 2 demande un noyau de rang 3',
      'donnez un noyau [longueur, canaux, filtres]',
    );
    refuse(
      // @ts-expect-error the compiler refuses it too
      () => conv1d(Volume.zeros([1, 1, 1, 1]), Volume.zeros([2])),
      'le signal a la forme [1, 1, 1, 1], de rang 4, mais il faut un rang de 1, 2 ou 3',
      'donnez un signal [longueur], [longueur, canaux] ou un lot [lot, longueur, canaux]',
    );
  });

  it('a dilated kernel that reaches further than the padded signal', () => {
    refuse(
      () => conv1d([1, 2, 3, 4], [1, 1, 1], { dilation: 2 }),
      'le noyau a une longueur de 3, soit 5 avec la dilatation, mais le signal, remplissage compris, a une longueur de 4',
      "utilisez padding: 'same', une dilatation plus petite ou un noyau de longueur 2 au plus",
    );
  });

  it('a dilation that is no distance, groups that do not divide', () => {
    refuse(
      () => conv1d([1], [1], { dilation: [1, 1] as never }),
      "la dilatation (dilation) est [1, 1] mais elle doit être un entier d'au moins 1",
      'donnez 1 pour un noyau serré, 2 pour sauter une case entre deux poids',
    );
    refuse(
      // @ts-expect-error the compiler refuses it too
      () => conv1d(Volume.zeros([4, 4]), Volume.zeros([1, 1, 4]), { groups: 2 }),
      'le signal a 4 canaux en 2 groupes, donc 2 par groupe, mais le noyau en attend 1',
      'donnez un noyau [longueur, 2, filtres]',
    );
  });

  it('a padding that lacks an end', () => {
    refuse(
      () => conv1d([1], [1], { padding: { left: 1 } as never }),
      "le remplissage (padding) a right: undefined mais chaque côté doit être un entier d'au moins 0",
      'donnez par exemple padding: { left: 1, right: 1 }',
    );
  });

  it('a stride of no number', () => {
    refuse(
      () => conv1d([1], [1], { stride: NaN }),
      "le pas (stride) est NaN mais il doit être un entier d'au moins 1",
      "donnez un pas de 1 pour avancer d'une case, de 2 pour en sauter une",
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
