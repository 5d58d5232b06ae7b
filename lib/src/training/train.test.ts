import { strict as assert } from 'node:assert';

import { Volume } from '../volume/volume';
import { readDataset } from './dataset';
import type { History } from './history';
import type { Learner } from './learner';
import { readTrainOptions, type TrainOptions } from './options';
import { splitPlaces } from './split';
import { train } from './train';

/** Ten samples of two classes, whose input is their own number. */
const samples = readDataset(
  {
    inputs: new Volume(
      [10, 1],
      Float64Array.from({ length: 10 }, (_, i) => i),
    ),
    labels: [0, 1, 0, 1, 0, 1, 0, 1, 0, 1],
  },
  'les données',
);

/** Learns nothing: its one weight counts the steps, its losses are told beforehand. */
class Counter implements Learner {
  weight = 0;
  readonly visited: number[][] = [];
  readonly rates: number[] = [];

  constructor(
    private readonly lossAt: (step: number) => number = () => 1,
    private readonly valLossAt: (epoch: number) => number = () => 1,
    private readonly afterStep: () => void = () => undefined,
  ) {}

  learn({ places }: Parameters<Learner['learn']>[0], rate: number, step: number) {
    this.weight++;
    this.visited.push([...places]);
    this.rates.push(rate);
    this.afterStep();
    return { loss: this.lossAt(step), scores: Volume.zeros([places.length, 2]) };
  }

  score({ places }: Parameters<Learner['score']>[0]) {
    return { loss: this.valLossAt(this.weight), scores: Volume.zeros([places.length, 2]) };
  }

  snapshot(): number {
    return this.weight;
  }

  restore(snapshot: unknown): void {
    this.weight = snapshot as number;
  }
}

function run(learner: Learner, options: TrainOptions): Promise<History> {
  const { train: places, validation } = splitPlaces(10, options.validationSplit ?? 0, 1);
  const plan = readTrainOptions({ progress: false, ...options }, places.length);
  const sets = validation.length > 0 ? { validation: { samples, places: validation } } : {};
  return train(learner, { train: { samples, places }, ...sets }, plan);
}

describe('train()', () => {
  it('visits every sample once an epoch, the last batch with what is left', async () => {
    const learner = new Counter();
    const history = await run(learner, { epochs: 2, batchSize: 4 });
    assert.deepEqual(
      learner.visited.map((batch) => batch.length),
      [4, 4, 2, 4, 4, 2],
    );
    const epochs = [learner.visited.slice(0, 3), learner.visited.slice(3)].map((e) => e.flat());
    for (const epoch of epochs) {
      assert.deepEqual(
        [...epoch].sort((a, b) => a - b),
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
      );
    }
    assert.notDeepEqual(epochs[0], epochs[1]);
    assert.equal(history.steps, 6);
    assert.deepEqual(history.metrics, { loss: [1, 1], accuracy: [0.5, 0.5] });
    assert.equal(history.stoppedBy, 'epochs');
  });

  it('goes on in the middle as if it had not been interrupted', async () => {
    const whole = new Counter();
    await run(whole, { epochs: 4, batchSize: 3, seed: 5, learningRate: (s, n) => (s + 1) / n });
    const later = new Counter();
    await run(later, {
      epochs: 4,
      initialEpoch: 2,
      batchSize: 3,
      seed: 5,
      learningRate: (s, n) => (s + 1) / n,
    });
    assert.deepEqual(later.visited, whole.visited.slice(8));
    assert.deepEqual(later.rates, whole.rates.slice(8));
    assert.equal(later.rates.at(-1), 1);
  });

  it('stops at a loss that is no number, and says where and what to try', async () => {
    const learner = new Counter((step) => (step === 4 ? NaN : 1));
    await assert.rejects(run(learner, { epochs: 3, batchSize: 3, learningRate: 0.5 }), {
      message:
        "Impossible de continuer l'entraînement\u00a0: la perte vaut NaN au pas 5 (époque 2, taux d'apprentissage 0.5)\u00a0; recréez le réseau et essayez un taux dix fois plus petit (learningRate: 0.05)\u00a0; vérifiez aussi que les données sont entre 0 et 1 environ.",
    });
    assert.equal(learner.weight, 5);
  });

  it('stops early once patience has run out, and takes the best weights back', async () => {
    // Validation losses after 1, 2, 3 ... steps, one step an epoch.
    const losses = [5, 4, 3, 3.5, 3, 9, 9];
    const learner = new Counter(undefined, (weight) => losses[weight - 1]!);
    const history = await run(learner, {
      epochs: 7,
      batchSize: 8,
      validationSplit: 0.2,
      earlyStop: { patience: 2 },
    });
    assert.deepEqual(history.metrics['valLoss'], [5, 4, 3, 3.5, 3]);
    assert.equal(history.stoppedBy, 'earlyStop');
    assert.equal(history.restoredEpoch, 2);
    assert.equal(learner.weight, 3);
  });

  it('takes the best weights back also when all epochs are done; not where it is told not to', async () => {
    for (const [restoreBest, weight] of [
      [true, 1],
      [false, 3],
    ] as const) {
      const learner = new Counter(undefined, (steps) => steps);
      const earlyStop = { patience: 5, restoreBest };
      await run(learner, { epochs: 3, batchSize: 8, validationSplit: 0.2, earlyStop });
      assert.equal(learner.weight, weight);
    }
  });

  it('refuses to watch what is not measured', async () => {
    await assert.rejects(run(new Counter(), { earlyStop: { monitor: 'valAccuracy' } }), {
      message:
        "Impossible de préparer l'arrêt anticipé (earlyStop)\u00a0: monitor est 'valAccuracy' mais l'entraînement mesure 'loss', 'accuracy'\u00a0; choisissez une de ces mesures, ou donnez des données de validation.",
    });
  });

  it('refuses a minDelta by which nothing, or anything, would be progress', async () => {
    for (const minDelta of [NaN, Infinity, -0.1]) {
      await assert.rejects(run(new Counter(), { earlyStop: { minDelta } }), {
        name: 'RangeError',
        message: /minDelta vaut .* mais il faut un nombre fini d'au moins 0/,
      });
    }
  });

  it('ends after the step in which the signal comes, and keeps the epochs that were finished', async () => {
    const controller = new AbortController();
    const learner: Counter = new Counter(undefined, undefined, () => {
      if (learner.weight === 7) controller.abort();
    });
    const history = await run(learner, { epochs: 9, batchSize: 4, signal: controller.signal });
    assert.equal(history.stoppedBy, 'signal');
    assert.equal(history.steps, 7);
    assert.equal(history.metrics['loss']!.length, 2);
  });

  it('ends when the reader interrupts the cell that runs it', async () => {
    const door = Symbol.for('convolab.executor');
    const globals = globalThis as Record<symbol, unknown>;
    const listeners = new Set<() => void>();
    globals[door] = {
      onInterrupt: (listener: () => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    };
    try {
      const learner: Counter = new Counter(undefined, undefined, () => {
        if (learner.weight === 2) for (const listener of listeners) listener();
      });
      assert.equal((await run(learner, { epochs: 9, batchSize: 4 })).stoppedBy, 'signal');
      assert.equal(learner.weight, 2);
      assert.equal(listeners.size, 0);
    } finally {
      Reflect.deleteProperty(globals, door);
    }
  });

  it('lets the event loop turn while it runs', async () => {
    let turns = 0;
    const busy = (): void => {
      const start = performance.now();
      while (performance.now() - start < 8);
    };
    const turning = setInterval(() => turns++, 1);
    await run(new Counter(undefined, undefined, busy), { epochs: 4, batchSize: 1 });
    clearInterval(turning);
    assert.ok(turns >= 2, `${turns} turns`);
  });
});
