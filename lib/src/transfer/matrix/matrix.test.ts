import assert from 'node:assert/strict';

import { describe as describeModel, onPaper, vgg } from '../../models';
import { blocksOf, unfreezeLast } from '../blocks';
import { placesPerClass } from './draw-per-class';
import { scenarios, type Measurement, type Strategy } from './scenario';
import { smallNet } from './small-net';
import { studentInterval } from './student-interval';
import { bestStrategies, summarizeScenarios } from './summarize';
import { trainingMacs } from './training-macs';

const measured = (
  strategy: Strategy,
  accuracies: readonly number[],
  more: Partial<Measurement> = {},
): Measurement[] =>
  accuracies.map((accuracy, i) => ({
    ...{ size: 'small', likeness: 'similar', strategy, seed: i + 1, accuracy },
    ...{ seconds: i + 1, macs: 100, choice: { learningRate: 0.01, epochs: 1, blocks: 0 } },
    ...more,
  }));

describe('studentInterval()', () => {
  it('is wide for few measures, as tables of Student’s t say', () => {
    // Mean 2, deviation 1: 4.303 / √3 with three, 12.706 / √2 × √2 / 2 with two.
    const three = studentInterval([1, 2, 3]);
    assert.equal(three.mean, 2);
    assert.ok(Math.abs(three.half - 4.303 / Math.sqrt(3)) < 1e-12);
    assert.ok(Math.abs(studentInterval([1, 2]).half - 12.706 / 2) < 1e-12);
    assert.deepEqual([three.low, three.high], [2 - three.half, 2 + three.half]);
  });

  it('covers the true mean 95 times of 100, where measures are normal', () => {
    let state = 1;
    const uniform = (): number => (state = (state * 48271) % 2147483647) / 2147483647;
    const normal = (): number =>
      Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
    let inside = 0;
    for (let i = 0; i < 4000; i++) {
      const { low, high } = studentInterval([normal(), normal(), normal(), normal(), normal()]);
      if (low <= 0 && high >= 0) inside++;
    }
    assert.ok(inside > 3740 && inside < 3860, `${inside} of 4000`);
  });

  it('is of no use for one measure, for too many, for NaN', () => {
    for (const values of [[], [0.5], [0.5, NaN], Array.from({ length: 32 }, () => 1)]) {
      assert.throws(() => studentInterval(values), /il faut de 2 à 31 mesures/);
    }
  });
});

describe('summarizeScenarios()', () => {
  const rows = summarizeScenarios([
    ...measured('scratch', [0.5, 0.7]),
    ...measured('all', [0.9, 0.91, 0.92]),
    ...measured('top', [0.9, 0.92, 0.88]),
    ...measured('features', [0.8]),
    ...measured('all', [0.2, 0.3], { size: 'large', likeness: 'different' }),
  ]);

  it('has the four situations in the order of the course, measured or not', () => {
    assert.deepEqual(
      rows.map(({ size, likeness }) => ({ size, likeness })),
      scenarios,
    );
    assert.deepEqual(rows[1]!.strategies, {});
  });

  it('gives each cell the mean and interval of its own seeds; one seed is none', () => {
    const { all, features } = rows[0]!.strategies;
    assert.equal(all!.count, 3);
    assert.equal(all!.accuracy.mean.toFixed(6), '0.910000');
    assert.equal(all!.seconds, 2);
    assert.equal(features, undefined);
    assert.equal(rows[3]!.strategies.all?.accuracy.mean, 0.25);
  });

  it('puts the best mean first, then what its interval cannot tell from it', () => {
    assert.deepEqual(bestStrategies(rows[0]!), ['all', 'top', 'scratch']);
    assert.deepEqual(bestStrategies(rows[1]!), []);
    const clear = summarizeScenarios([
      ...measured('scratch', [0.5, 0.501, 0.502]),
      ...measured('all', [0.9, 0.901, 0.902]),
    ]);
    assert.deepEqual(bestStrategies(clear[0]!), ['all']);
  });
});

describe('trainingMacs()', () => {
  const net = (blocks: number) => unfreezeLast(smallNet(5), blocks);
  const forward = 673_920 + 320;

  it('counts three passes for what learns, less the gradient of the image', () => {
    const model = net(5);
    assert.equal(describeModel(model).totals.macs, forward);
    assert.equal(trainingMacs(model), 3 * forward - 56_448);
  });

  it('counts one pass for what is frozen in front of what learns', () => {
    assert.equal(trainingMacs(net(1)), forward + 320);
    assert.equal(trainingMacs(net(2)), forward + 165_888 + 2 * 320);
  });

  it('holds for any model that describe() reads', () => {
    const model = onPaper(() => vgg());
    const { totals, rows } = describeModel(model);
    const first = rows.find(({ macs }) => macs > 0)!.macs;
    assert.equal(trainingMacs(model), 3 * totals.macs - first);
  });
});

describe('smallNet()', () => {
  it('is five blocks that can be cut and unfrozen', () => {
    const model = smallNet(5);
    assert.deepEqual(blocksOf(model), ['block1', 'block2', 'block3', 'block4', 'predictions']);
    assert.equal(describeModel(model).totals.parameters, 24_384 + 64 * 5 + 5);
  });
});

describe('placesPerClass()', () => {
  const labels = Array.from({ length: 60 }, (_, i) => i % 3);

  it('draws as many of each class, by the seed, and leaves the rest', () => {
    const { drawn, rest } = placesPerClass(labels, 4, 1);
    const counts = [0, 1, 2].map(
      (label) => drawn.filter((place) => labels[place] === label).length,
    );
    assert.deepEqual(counts, [4, 4, 4]);
    assert.deepEqual(
      [...drawn, ...rest].sort((a, b) => a - b),
      [...labels.keys()],
    );
    assert.deepEqual(placesPerClass(labels, 4, 1), { drawn, rest });
    assert.notDeepEqual(placesPerClass(labels, 4, 2).drawn, drawn);
  });

  it('says which class has too few', () => {
    assert.throws(() => placesPerClass([...labels, 3], 4, 1), /la classe 3 n’en a que 1/);
  });
});
