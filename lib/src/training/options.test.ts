import { strict as assert } from 'node:assert';

import { readTrainOptions, type TrainOptions } from './options';

function refusal(options: TrainOptions, count = 100): string {
  try {
    readTrainOptions(options, count);
  } catch (error) {
    return (error as Error).message.replaceAll('\u00a0', ' ');
  }
  return 'taken';
}

describe('readTrainOptions()', () => {
  it('fills in what is left out', () => {
    const plan = readTrainOptions({}, 100);
    assert.equal(plan.epochs, 5);
    assert.equal(plan.batchSize, 32);
    assert.equal(plan.rateAt(0, 10), 0.001);
    assert.deepEqual(plan.metrics, ['accuracy']);
    assert.equal(plan.earlyStop, undefined);
    assert.equal(readTrainOptions({}, 10).batchSize, 10);
  });

  it('refuses a batch larger than the set', () => {
    assert.equal(
      refusal({ batchSize: 128 }),
      "Impossible de préparer l'entraînement : les lots ont 128 exemples (batchSize) mais il n'y en a que 100 pour apprendre ; donnez batchSize: 100 au plus.",
    );
  });

  it('refuses numbers that are no counts', () => {
    assert.match(refusal({ epochs: 0 }), /le nombre d'époques \(epochs\) vaut 0/);
    assert.match(refusal({ batchSize: 1.5 }), /batchSize\) vaut 1\.5 mais il faut un entier/);
    assert.match(refusal({ initialEpoch: -1 }), /initialEpoch\) vaut -1/);
    assert.match(refusal({ epochs: 3, initialEpoch: 3 }), /il ne reste aucune époque/);
  });

  it('refuses a learning rate that leads nowhere, also one that a schedule gives', () => {
    for (const learningRate of [0, -1, NaN, Infinity]) {
      assert.match(refusal({ learningRate }), /le taux d'apprentissage \(learningRate\) vaut/);
    }
    const plan = readTrainOptions({ learningRate: (step) => 1 - step }, 100);
    assert.equal(plan.rateAt(0, 2), 1);
    assert.throws(() => plan.rateAt(1, 2), RangeError);
  });

  it('refuses a seed that is no whole number, which would draw as another one does', () => {
    for (const seed of [NaN, 1.5, 'a' as never]) {
      assert.match(refusal({ seed }), /la graine \(seed\) vaut .* mais il faut un entier ; donnez/);
    }
    assert.equal(refusal({ seed: -3 }), 'taken');
  });

  it('refuses two sorts of validation, and a metric it does not know', () => {
    const validation = {} as never;
    assert.match(refusal({ validation, validationSplit: 0.1 }), /tous les deux/);
    assert.match(refusal({ metrics: ['f1' as never] }), /'f1' n'existe pas ; .*'accuracy', 'top5'/);
  });
});
