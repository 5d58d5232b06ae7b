import { strict as assert } from 'node:assert';

import fc from 'fast-check';

import { upTo } from '../testing/arbitraries';
import { checkGradient } from '../testing/check-gradient';
import { seededVolume } from '../testing/seeded-volume';
import { assertClose, tfCompute, tfGradients, tfjs } from '../testing/tfjs-oracle';
import { Volume } from '../volume/volume';
import { dense, denseBackward } from './dense';

const layers = fc
  .tuple(upTo(4), upTo(6), upTo(5), upTo(0xffff, 0))
  .map(([batch, inUnits, units, seed]) => ({
    x: seededVolume([batch, inUnits], seed),
    w: seededVolume([inUnits, units], seed + 1),
    bias: seededVolume([units], seed + 2),
  }));

/** 3 inputs to 2 units. */
const kernel = [
  [1, 10],
  [2, 20],
  [3, 30],
];

describe('dense()', () => {
  it('makes each unit a weighted sum of all inputs, and adds its bias', () => {
    assert.deepEqual(dense([1, 1, 2], kernel), [1 + 2 + 6, 10 + 20 + 60]);
    assert.deepEqual(dense([1, 1, 2], kernel, { bias: [0.5, -90] }), [9.5, 0]);
  });

  it('treats the rows of a batch alike', () => {
    assert.deepEqual(dense([[1, 0, 0], [0, 0, 1]], kernel), [[1, 10], [3, 30]]); // prettier-ignore
  });

  it('lets NaN through to its own row', () => {
    assert.deepEqual(dense([[NaN, 0, 0], [1, 0, 0]], kernel), [[NaN, NaN], [1, 10]]); // prettier-ignore
  });

  it('gives back the kind and the type of number of the input', () => {
    const output = dense(Volume.from([1, 1, 2], 'float32'), kernel);
    assert.equal(output.dtype, 'float32');
    assert.deepEqual(output.toNested(1), [9, 90]);
  });

  it('agrees with tfjs, and so do its gradients', () => {
    fc.assert(
      fc.property(layers, ({ x, w, bias }) => {
        const output = dense(x, w, { bias });
        type Operation = Parameters<typeof tfCompute>[1];
        const operation: Operation = (...[tx, tw, tb]) => tfjs.add(tfjs.matMul(tx!, tw!), tb!);
        assertClose(output, tfCompute([x, w, bias], operation));
        const dOutput = seededVolume(output.shape, 3);
        const ours = denseBackward(dOutput, x, w, { bias });
        const [dInput, dKernel, dBias] = tfGradients(dOutput, [x, w, bias], operation);
        assertClose(ours.dInput, dInput!);
        assertClose(ours.dKernel, dKernel!);
        assertClose(ours.dBias, dBias!);
      }),
      { numRuns: 50 },
    );
  });
});

describe('denseBackward()', () => {
  it('gives dInput by the kernel transposed, dKernel by the product of both ends', () => {
    const { dInput, dKernel, dBias } = denseBackward([1, 2], [5, 6, 7], kernel);
    assert.deepEqual(dInput, [21, 42, 63]);
    assert.deepEqual(dKernel, [[5, 10], [6, 12], [7, 14]]); // prettier-ignore
    assert.deepEqual(dBias, [1, 2]);
  });

  it('adds up the weights over the batch', () => {
    const { dKernel, dBias } = denseBackward([[1], [10]], [[2], [3]], [[1]]);
    assert.deepEqual([dKernel, dBias], [[[32]], [11]]);
  });

  it('is what centred differences say', () => {
    fc.assert(
      fc.property(layers, ({ x, w, bias }) => {
        const backward = (dy: Volume) => denseBackward(dy, x, w, { bias });
        checkGradient((v) => dense(v, w, { bias }), x, (dy) => backward(dy).dInput); // prettier-ignore
        checkGradient((v) => dense(x, v, { bias }), w, (dy) => backward(dy).dKernel, { name: 'dKernel' }); // prettier-ignore
        checkGradient((v) => dense(x, w, { bias: v }), bias, (dy) => backward(dy).dBias, { name: 'dBias' }); // prettier-ignore
      }),
      { numRuns: 20 },
    );
  });
});

describe('dense() refuses', () => {
  const says = (body: () => unknown, text: string): void => {
    assert.throws(body, new RangeError(`Impossible de calculer la couche dense\u00a0: ${text}`));
  };

  it('an image, naming flatten', () => {
    says(
      () => dense([[[1]]] as any, kernel),
      "l'entrée a la forme [1, 1, 1], de rang 3, mais il faut un rang de 1 ou 2\u00a0; donnez [unités] ou un lot [lot, unités], au besoin en aplatissant l'image avec flatten.",
    );
  });

  it('weights of another rank, or for another number of inputs', () => {
    says(
      () => dense([1, 2, 3], [1, 2, 3] as any),
      "la matrice de poids a la forme [3], de rang 1, mais il faut un rang de 2\u00a0; donnez des poids [unités d'entrée, unités].",
    );
    says(
      () => dense([1, 2], kernel),
      "l'entrée a 2 unités mais la matrice de poids en attend 3\u00a0; donnez des poids [2, unités].",
    );
  });

  it('a bias that is not one number a unit', () => {
    says(
      () => dense([1, 2, 3], kernel, { bias: [1] }),
      'le biais a la forme [1] mais il faut 2 nombres, un par unité\u00a0; donnez le biais de forme [2].',
    );
  });

  it('a gradient of another shape than its output', () => {
    assert.throws(
      () => denseBackward([1], [1, 2, 3], kernel),
      /^RangeError: Impossible de calculer le gradient de la couche dense\u00a0: le gradient de la sortie \(dOutput\) a la forme \[1\] mais la sortie a la forme \[2\]/,
    );
  });
});
