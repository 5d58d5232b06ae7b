import { strict as assert } from 'node:assert';

import { seededRandom } from '../data/random';
import { fastInfo } from '../fast';
import type { Dataset } from '../training';
import { Volume } from '../volume/volume';
import * as nn from './index';

const quiet = { progress: false } as const;

/** Images of 4 x 4 with a bright column (class 0) or a bright row (class 1). */
function strokes(count: number, seed = 1): Dataset & { images: Volume } {
  const random = seededRandom(seed);
  const images = Volume.zeros([count, 4, 4, 1], 'float32');
  const labels: number[] = [];
  for (let item = 0; item < count; item++) {
    const label = item % 2;
    const place = Math.floor(random() * 4);
    for (let i = 0; i < 16; i++) {
      const lit = label === 0 ? i % 4 === place : Math.floor(i / 4) === place;
      images.data[item * 16 + i] = (lit ? 1 : 0) + random() * 0.2;
    }
    labels.push(label);
  }
  return { images, labels };
}

const small = (engine: nn.EngineName = 'fast', seed = 1): nn.Network =>
  nn.sequential(
    [
      nn.conv2d({ filters: 4, kernelSize: 3, activation: 'relu', initializer: 'heUniform' }),
      nn.flatten(),
      nn.dense({ units: 2, activation: 'softmax' }),
    ],
    { inputShape: [4, 4, 1], engine, seed },
  );

describe('sequential()', () => {
  it('tells rows from columns after some epochs, with either engine and each optimiser', async () => {
    const rates = { sgd: 0.3, momentum: 0.05, adam: 0.02 };
    for (const engine of ['fast', 'plain'] as const) {
      for (const [name, learningRate] of Object.entries(rates)) {
        const network = small(engine);
        const optimizer = nn[name as keyof typeof rates]();
        const options = { epochs: 12, batchSize: 10, learningRate, optimizer, ...quiet };
        const history = await network.fit(strokes(200), options);
        const { accuracy } = await network.evaluate(strokes(100, 2));
        assert.ok(accuracy! > 0.97, `${engine}, ${name}: ${accuracy!}`);
        const losses = history.metrics['loss']!;
        assert.ok(losses.at(-1)! < losses[0]! / 2);
      }
    }
  });

  it('gives the same numbers for the same seed, others for another', async () => {
    const train = async (seed: number): Promise<number[]> => {
      const network = small('fast', seed);
      const history = await network.fit(strokes(40), { epochs: 2, batchSize: 8, seed, ...quiet });
      return history.metrics['loss']!;
    };
    assert.deepEqual(await train(3), await train(3));
    assert.notDeepEqual(await train(3), await train(4));
  });

  it('predict() wants a Volume', () => {
    const network = nn.sequential([nn.dense({ units: 1 })], { inputShape: [2] });
    assert.throws(() => network.predict([[1, 2]] as never), {
      name: 'TypeError',
      message: /l'entrée est \[\[1, 2\]\] mais il faut un Volume/,
    });
  });

  it('predict() answers for a batch, however it is cut up, and for one image', () => {
    const network = small();
    const { images } = strokes(10);
    const all = network.predict(images);
    assert.deepEqual(all.shape, [10, 2]);
    assert.ok(network.predict(images, { batchSize: 3 }).equals(all));
    const one = network.predict(new Volume([4, 4, 1], images.data.slice(16, 32)));
    assert.deepEqual(one.shape, [2]);
    assert.ok(Math.abs(one.at(0) - all.at(1, 0)) < 1e-6);
    assert.ok(Math.abs(one.at(0) + one.at(1) - 1) < 1e-6);
  });

  it('learns from logits as from probabilities', async () => {
    const layers = (last: nn.Layer[]): nn.Layer[] => [
      nn.flatten(),
      nn.dense({ units: 2 }),
      ...last,
    ];
    const [a, b] = await Promise.all(
      [layers([]), layers([nn.softmax()])].map((list) =>
        nn
          .sequential(list, { engine: 'plain' })
          .fit(strokes(20), { epochs: 2, batchSize: 5, ...quiet }),
      ),
    );
    assert.deepEqual(a!.metrics, b!.metrics);
  });

  it('takes the shape of its input from the first data set, where it was not told', async () => {
    const network = nn.sequential([nn.flatten(), nn.dense({ units: 2 })]);
    assert.equal(network.inputShape, undefined);
    await network.fit(strokes(10), { epochs: 1, batchSize: 5, ...quiet });
    assert.deepEqual(network.inputShape, [4, 4, 1]);
  });

  it('goes on where it was when it is given the same optimiser and initialEpoch', async () => {
    const whole = small('plain');
    const options = { batchSize: 7, ...quiet };
    await whole.fit(strokes(30), { ...options, epochs: 4 });
    const halves = small('plain');
    const optimizer = nn.adam();
    await halves.fit(strokes(30), { ...options, epochs: 2, optimizer });
    await halves.fit(strokes(30), { ...options, epochs: 4, initialEpoch: 2, optimizer });
    assert.deepEqual(halves.getWeights(), whole.getWeights());
  });

  it('dropout draws anew at each step, the same for the same seed, and is off afterwards', async () => {
    const make = (): nn.Network =>
      nn.sequential([nn.flatten(), nn.dropout({ rate: 0.5 }), nn.dense({ units: 2 })], {
        inputShape: [4, 4, 1],
      });
    const options = { epochs: 2, batchSize: 5, shuffle: false, ...quiet };
    const [first, second, other] = await Promise.all(
      [1, 1, 2].map((seed) => make().fit(strokes(20), { ...options, seed })),
    );
    assert.deepEqual(first!.metrics, second!.metrics);
    assert.notDeepEqual(first!.metrics, other!.metrics);
    const network = make();
    assert.ok(network.predict(strokes(5).images).equals(network.predict(strokes(5).images)));
  });

  it('batchNorm follows the batches with its moving moments, and answers by them', async () => {
    const network = nn.sequential(
      [nn.batchNorm({ momentum: 0 }), nn.flatten(), nn.dense({ units: 2 })],
      { inputShape: [4, 4, 1], engine: 'plain' },
    );
    const data = strokes(10);
    await network.fit(data, { epochs: 1, batchSize: 10, ...quiet });
    const mean = Array.from(data.images.data).reduce((sum, x) => sum + x, 0) / 160;
    assert.ok(Math.abs(network.getWeights()['batchNorm/movingMean']!.at(0) - mean) < 1e-6);
  });

  it('counts what it learns', () => {
    const text = String(small().summary()).replaceAll('\u00a0', ' ');
    assert.equal(
      text,
      [
        'couche           sortie     paramètres',
        '──────────────────────────────────────',
        'conv2d + relu    [2, 2, 4]          40',
        'flatten          [16]                0',
        'dense + softmax  [2]                34',
        '──────────────────────────────────────',
        '74 paramètres',
      ].join('\n'),
    );
    const normalised = nn.sequential([nn.batchNorm()], { inputShape: [3] }).summary();
    assert.match(String(normalised), /12 paramètres, dont 6 non appris/);
  });

  it('leaves no memory behind', async () => {
    const network = small();
    const used: number[] = [];
    for (let i = 0; i < 3; i++) {
      await network.fit(strokes(20), { epochs: 1, batchSize: 5, ...quiet });
      await network.evaluate(strokes(20));
      network.predict(strokes(20).images);
      used.push(fastInfo().memory.used);
    }
    assert.equal(used[2], used[0]);
    network.dispose();
    assert.ok(fastInfo().memory.used < used[0]!);
  });

  it('says which layer does not fit, and what to do', () => {
    const refusal = (layers: nn.Layer[], inputShape: number[]): string => {
      try {
        nn.sequential(layers, { inputShape });
      } catch (error) {
        return (error as Error).message.replaceAll('\u00a0', ' ');
      }
      return 'taken';
    };
    const { conv2d, dense, flatten, maxPool2d } = nn;
    const conv = conv2d({ filters: 2, kernelSize: 5 });
    assert.equal(
      refusal([conv, dense({ units: 2 })], [9, 9, 1]),
      'Impossible de construire la couche 2 (dense) : son entrée a la forme [5, 5, 2] mais elle prend des vecteurs [unités] ; mettez flatten() ou globalAvgPool2d() juste avant.',
    );
    assert.match(
      refusal([flatten(), conv], [9, 9, 1]),
      /la couche 2 \(conv2d\) : son entrée a la forme \[81\]/,
    );
    assert.match(
      refusal([conv], [4, 9, 1]),
      /^Impossible de construire la couche 1 \(conv2d\) : le noyau/,
    );
    assert.match(refusal([maxPool2d({ poolSize: 4 })], [3, 3, 1]), /la couche 1 \(maxPool2d\)/);
    const next = 'donnez une liste de couches, comme [nn.flatten(), nn.dense({ units: 10 })].';
    for (const [layers, found] of [
      [[], 'la liste des couches est vide'],
      [flatten(), 'les couches sont un objet mais il faut une liste'],
      [[flatten(), 3], 'la couche 2 est 3'],
    ] as [never, string][]) {
      assert.equal(refusal(layers, [3]), `Impossible de construire le réseau : ${found} ; ${next}`);
    }
    assert.match(refusal([flatten()], [28, 0]), /inputShape est \[28, 0\] mais/);
  });

  it('refuses options that are none, when the layer is made', () => {
    const says = (make: () => unknown, message: RegExp): void =>
      assert.throws(make, { name: 'RangeError', message });
    says(() => nn.conv2d({ filters: 0, kernelSize: 3 }), /créer une couche conv2d.*filters vaut 0/);
    says(() => nn.conv2d({ filters: 1, kernelSize: [3, 0.5] }), /kernelSize vaut 0\.5/);
    says(
      () => nn.dense({ units: 2, activation: 'Relu' as never }),
      /activation vaut 'Relu', qui n'existe pas.*'relu'/,
    );
    says(
      () => nn.dense({ units: 2, initializer: 'he' as never }),
      /initializer vaut 'he'.*'heUniform'/,
    );
    says(() => nn.dropout({ rate: 1 }), /rate\) vaut 1/);
    for (const make of [nn.dense, nn.conv2d, nn.depthwiseConv2d, nn.dropout]) {
      assert.throws(() => (make as () => unknown)(), {
        name: 'TypeError',
        message:
          /^Impossible de créer une couche \w+\u00a0: les options sont undefined mais il faut/,
      });
    }
    assert.throws(() => nn.maxPool2d({ strides: 2 } as never), {
      message: /créer une couche maxPool2d\u00a0: il n'y a pas d'option strides/,
    });
    says(() => nn.batchNorm({ momentum: 2 }), /momentum vaut 2/);
    says(
      () =>
        nn
          .sequential([nn.dense({ units: 1 })], { inputShape: [1], engine: 'gpu' as never })
          .predict(Volume.zeros([1])),
      /engine vaut 'gpu'/,
    );
  });

  it('refuses data that do not fit, before the first step', async () => {
    const network = small();
    const before = network.getWeights();
    const refused = (data: Dataset, options: nn.FitOptions, message: RegExp): Promise<void> =>
      assert.rejects(network.fit(data, { ...quiet, ...options }), { message });
    await refused(
      { ...strokes(4), labels: [0, 1, 2, 0] },
      {},
      /l'étiquette 2 vaut 2 mais le réseau distingue 2 classes/,
    );
    await refused(
      { images: Volume.zeros([2, 5, 5, 1]), labels: [0, 1] },
      {},
      /mais le réseau attend \[4, 4, 1\]/,
    );
    await refused(strokes(4), { batchSize: 8 }, /les lots ont 8 exemples/);
    await refused(
      strokes(4),
      { optimizer: 'adam' as never },
      /l'optimiseur \(optimizer\) est 'adam' mais il faut ce que rendent adam, momentum ou sgd/,
    );
    await refused(
      strokes(4),
      { validation: { ...strokes(2), labels: [0] } },
      /les données de validation/,
    );
    assert.deepEqual(network.getWeights(), before);
    const image = nn.sequential([nn.relu()], { inputShape: [4, 4, 1] });
    await assert.rejects(image.fit(strokes(4), quiet), {
      message: /la sortie a la forme \[4, 4, 1\]/,
    });
    assert.throws(() => network.predict(Volume.zeros([4, 4])), {
      message: /le réseau attend un lot de \[4, 4, 1\]/,
    });
    assert.throws(() => network.setWeights({ 'conv2d/kernel': Volume.zeros([3, 3]) }), {
      message: /conv2d\/kernel a la forme \[3, 3, 1, 4\] mais on donne \[3, 3\]/,
    });
    assert.throws(() => network.setWeights({ kernel: Volume.zeros([3]) }), {
      message: /il n'a pas de poids kernel/,
    });
  });

  it('refuses a batch size and a seed that are no whole numbers', async () => {
    const network = small();
    const { images } = strokes(4);
    for (const batchSize of [0, 1.5, NaN]) {
      const message =
        /la taille des lots \(batchSize\) vaut .* mais il faut un entier d'au moins 1/;
      await assert.rejects(network.evaluate(strokes(4), { batchSize }), message);
      assert.throws(() => network.predict(images, { batchSize }), message);
    }
    for (const seed of [NaN, 1.5])
      assert.throws(() => small('fast', seed), /la graine \(seed\) vaut/);
  });

  it('disposed of, computes no more: its weights are gone', async () => {
    const network = small();
    const { images } = strokes(4);
    network.predict(images);
    network.dispose();
    network.dispose();
    const message =
      'Impossible de calculer avec le réseau\u00a0: sa mémoire a été libérée par dispose(), ses poids avec elle\u00a0; créez-le à nouveau, ou enregistrez-le avec save avant de le libérer.';
    assert.throws(() => network.predict(images), { message });
    assert.throws(() => network.getWeights(), { message });
    await assert.rejects(network.fit(strokes(4), quiet), { message });
  });

  it('learns one training at a time', async () => {
    const network = small();
    const options = { epochs: 2, ...quiet };
    const first = network.fit(strokes(20), options);
    await assert.rejects(network.fit(strokes(20), options), {
      message:
        "Impossible de préparer l'entraînement\u00a0: un autre entraînement de ce réseau n'est pas terminé\u00a0; attendez-le avec await, ou interrompez-le.",
    });
    assert.equal((await first).steps, 2);
    assert.equal((await network.fit(strokes(20), options)).steps, 2);
  });

  it('says so when a rate that is too large makes the loss NaN', async () => {
    const network = nn.sequential([
      nn.flatten(),
      nn.dense({ units: 8, activation: 'elu' }),
      nn.dense({ units: 2 }),
    ]);
    const options = { learningRate: 1e38, optimizer: nn.sgd(), batchSize: 5, ...quiet };
    await assert.rejects(network.fit(strokes(20), options), {
      message: /la perte vaut (NaN|Infinity) au pas \d+ \(époque 1, taux d'apprentissage 1e\+38\)/,
    });
  });
});
