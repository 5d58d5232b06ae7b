import { strict as assert } from 'node:assert';

import { asModel, smallNet } from '../../graph/testing/nets';
import { seededVolume } from '../../testing/seeded-volume';
import { tfjs } from '../../testing/tfjs-oracle';
import type { LayersModel } from '../../tf/models';
import { Volume } from '../../volume/volume';
import { leNet, onPaper, resNet, vgg } from '..';
import { activationsOf } from './activations';
import { filtersOf } from './filters';
import { gradCamOf } from './grad-cam';
import { occlusionOf } from './occlusion';
import { imageSide, spotImage, spotModel, spotSide } from './testing/spot-model';

const { layers } = tfjs;
const last = imageSide - spotSide;

describe('a model whose answer hangs on a bright square', function () {
  this.timeout(90_000);

  for (const engine of ['graph', 'eager'] as const) {
    describe(`trained by the ${engine} engine`, () => {
      let model: LayersModel;
      before(async () => (model = await spotModel(engine)));

      for (const [row, column] of [
        [0, 0],
        [0, last],
        [last, 0],
        [last, last],
      ] as const) {
        it(`Grad-CAM and occlusion point at it in the corner ${row}, ${column}`, () => {
          const image = spotImage(1000, [row, column]);
          const cam = gradCamOf(model, image);
          const occlusion = occlusionOf(model, image, { window: spotSide, stride: 2 });
          assert.equal(cam.class, 1);
          assert.ok(cam.probability > 0.9, `sure: ${cam.probability}`);
          const [y, x] = placeOfMost(cam.heat);
          assert.ok(inSpot(y, row) && inSpot(x, column), `Grad-CAM says ${y}, ${x}`);
          const [i, j] = placeOfMost(occlusion.falls);
          assert.deepEqual([occlusion.rows[i], occlusion.columns[j]], [row, column]);
          assert.ok(occlusion.falls.at(i, j) > 0.5, 'without the square it is the other class');
        });
      }
    });
  }
});

describe('occlusionOf()', () => {
  /** 2 times the first pixel, less the last, through a sigmoid. */
  const model = (): LayersModel =>
    asModel(
      tfjs.sequential({
        layers: [
          layers.flatten({ inputShape: [3, 3, 1] }),
          layers.dense({
            units: 1,
            activation: 'sigmoid',
            weights: [tfjs.tensor2d([2, 0, 0, 0, 0, 0, 0, 0, -1], [9, 1]), tfjs.tensor1d([0])],
          }),
        ],
      }),
    );
  const ones = [[1, 1, 1], [1, 1, 1], [1, 1, 1]]; // prettier-ignore
  const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

  it('tells by how much the probability falls, window by window, by hand', () => {
    const { probability, falls, rows, columns } = occlusionOf(model(), ones, { window: 2, stride: 1 });
    const near = (value: number, wanted: number): void =>
      assert.ok(Math.abs(value - wanted) < 1e-6, `${value}, not ${wanted}`);
    assert.deepEqual([rows, columns], [[0, 1], [0, 1]]);
    near(probability, sigmoid(1));
    near(falls.at(0, 0), sigmoid(1) - sigmoid(-1));
    near(falls.at(0, 1), 0);
    near(falls.at(1, 1), sigmoid(1) - sigmoid(2));
  }); // prettier-ignore

  it('fills what it covers, and gives each pixel the mean of the windows over it', () => {
    const { falls, heat } = occlusionOf(model(), ones, { window: 2, stride: 1, fill: 3 });
    assert.ok(Math.abs(falls.at(0, 0) - (sigmoid(1) - sigmoid(5))) < 1e-6);
    const mean = (...of: number[]): number => of.reduce((sum, x) => sum + x, 0) / of.length;
    const [a, b, c, d] = [...falls.data] as [number, number, number, number];
    assert.deepEqual(heat.toNested(2), [
      [a, mean(a, b), b],
      [mean(a, c), mean(a, b, c, d), mean(b, d)],
      [c, mean(c, d), d],
    ]);
  });

  it('the last window touches the edge, however the stride falls', () => {
    const { rows } = occlusionOf(asModel(smallNet()), seededVolume([6, 6, 2], 1), { window: 3, stride: 2 }); // prettier-ignore
    assert.deepEqual(rows, [0, 2, 3]);
  });

  it('asks in several batches, and each window keeps its place', () => {
    const ends = Array.from({ length: 100 }, (_, i) => (i === 70 ? 3 : i === 99 ? 5 : 0));
    const weights = [tfjs.tensor2d(ends, [100, 1]), tfjs.tensor1d([0])];
    const large = tfjs.sequential({
      layers: [layers.flatten({ inputShape: [10, 10, 1] }), layers.dense({ units: 1, weights })],
    });
    const bright = new Volume([10, 10], new Float32Array(100).fill(1));
    const { falls } = occlusionOf(asModel(large), bright, { window: 1, stride: 1 });
    assert.deepEqual([...falls.data], ends);
  });

  it('covers every channel, and leaves no tensor and the image as it was', () => {
    const image = seededVolume([6, 6, 2], 1);
    const copy = [...image.data];
    const net = asModel(smallNet());
    const { probability, falls } = occlusionOf(net, image, { window: 6 });
    const { numTensors } = tfjs.memory();
    const black = occlusionOf(net, Volume.zeros([6, 6, 2]), {
      class: occlusionOf(net, image).class,
    });
    assert.ok(Math.abs(probability - falls.at(0, 0) - black.probability) < 1e-6);
    assert.equal(tfjs.memory().numTensors, numTensors);
    assert.deepEqual([...image.data], copy);
  });

  it('refuses windows that do not fit, strides that do not move, and no number to fill with', () => {
    assert.throws(() => occlusionOf(model(), ones, { window: 4 }), /window vaut 4 mais il faut un entier de 1 à 3/);
    assert.throws(() => occlusionOf(model(), ones, { stride: 0 }), /stride vaut 0/);
    assert.throws(() => occlusionOf(model(), ones, { window: 1, stride: 2 }), /stride vaut 2 mais il faut un entier de 1 à 1/);
    assert.throws(() => occlusionOf(model(), ones, { fill: NaN }), /fill vaut NaN/);
  }); // prettier-ignore
});

describe('activationsOf()', () => {
  it("gives the layer's own output, the most active channels first, and leaves no tensor", () => {
    const model = smallNet();
    const image = seededVolume([6, 6, 2], 3);
    const name = model.layers[0]!.name;
    const before = tfjs.memory().numTensors;
    const [found] = activationsOf(asModel(model), image, { layers: [name], channels: 2 });
    assert.equal(tfjs.memory().numTensors, before);
    const x = tfjs.tensor(Float32Array.from(image.data), [1, 6, 6, 2]);
    const whole = (model.layers[0]!.apply(x) as unknown as { arraySync(): number[][][][] }).arraySync()[0]!; // prettier-ignore
    assert.deepEqual(found!.shape, [4, 4, 3]);
    assert.equal(found!.maps.length, 2);
    for (const { channel, map } of found!.maps) {
      assert.deepEqual(
        map.toNested(2),
        whole.map((row) => row.map((place) => place[channel]!)),
      );
    }
    const activity = [0, 1, 2].map(
      (c) => whole.flat().reduce((sum, place) => sum + Math.abs(place[c]!), 0) / 16,
    );
    const order = [0, 1, 2].sort((a, b) => activity[b]! - activity[a]!);
    assert.deepEqual(
      found!.maps.map(({ channel }) => channel),
      order.slice(0, 2),
    );
  });

  it('chooses by itself the last layer of each size, at most five', () => {
    const small = {
      inputShape: [64, 64, 3] as [number, number, number],
      classes: 3,
      width: 0.0625,
    };
    const namesOf = (model: LayersModel): string[] =>
      activationsOf(model, seededVolume([64, 64, 3], 1)).map(({ layer }) => layer);
    const stages = ['block1_conv2', 'block2_conv2', 'block3_conv3', 'block4_conv3', 'block5_conv3'];
    assert.deepEqual(namesOf(vgg(small)), stages);
    const blocks = [
      'conv1_relu',
      'conv2_block2_out',
      'conv3_block2_out',
      'conv4_block2_out',
      'conv5_block2_out',
    ];
    assert.deepEqual(namesOf(resNet({ ...small, depth: 18 })), blocks);
    const narrower = Array.from({ length: 9 }, (_, i) =>
      layers.conv2d({
        ...(i === 0 && { inputShape: [64, 64, 3] }),
        name: `c${i}`,
        filters: 1,
        kernelSize: 3,
      }),
    );
    assert.deepEqual(namesOf(asModel(tfjs.sequential({ layers: narrower }))), [
      'c0',
      'c2',
      'c4',
      'c6',
      'c8',
    ]);
  });
});

describe('filtersOf()', () => {
  it('gives the weights of the first convolution, a filter each', () => {
    const model = vgg({ inputShape: [32, 32, 3], classes: 3, width: 0.125 });
    const { layer, filters } = filtersOf(model);
    const kernel = model.getLayer('block1_conv1').getWeights()[0]!.arraySync() as number[][][][];
    assert.equal(layer, 'block1_conv1');
    assert.equal(filters.length, 8);
    assert.deepEqual(filters[5]!.toNested(3), kernel.map((row) => row.map((at) => at.map((to) => to[5]!))));
  }); // prettier-ignore

  it('says of which layers the filters can be seen', () => {
    const model = leNet();
    assert.throws(() => filtersOf(model, 'C3'), /sur 6 canaux, alors qu’une image en a 1 ou 3.*donnez C1/);
    assert.throws(() => filtersOf(model, 'F6'), /'F6' n’a pas de filtres de convolution/);
    assert.throws(() => filtersOf(model, 'C0'), /n’a pas de couche 'C0'.*donnez C1/);
    assert.throws(() => filtersOf(asModel(smallNet())), /aucune couche n’a de filtres à 1 ou 3 canaux/);
  }); // prettier-ignore
});

describe('whoever looks at a model', () => {
  const model = leNet({ inputShape: [28, 28, 1] });
  const image = seededVolume([28, 28, 1], 1);
  const looks = { gradCamOf, occlusionOf, activationsOf };

  it('takes a grey image, an image of one channel, a batch of one and a tensor alike', () => {
    const found = gradCamOf(model, image);
    const tensor = tfjs.tensor(Float32Array.from(image.data), [28, 28, 1]);
    assert.deepEqual(gradCamOf(model, image.reshape([28, 28])), found);
    assert.deepEqual(gradCamOf(model, image.reshape([1, 28, 28, 1])), found);
    assert.deepEqual(gradCamOf(model, image.toNested(3)), found);
    assert.deepEqual(gradCamOf(model, tensor as never), found);
  });

  for (const [name, look] of Object.entries(looks)) {
    it(`${name}() refuses an image of another size, several at once, and a model on paper`, () => {
      const wide = seededVolume([28, 30, 1], 1);
      assert.throws(() => look(model, wide), /la forme \[28, 30, 1\] mais le modèle lit \[28, 28, 1\]/);
      const two = seededVolume([2, 28, 28, 1], 1);
      assert.throws(() => look(model, two), /donnez une image à la fois/);
      const paper = onPaper(() => leNet({ inputShape: [28, 28, 1] }));
      assert.throws(() => look(paper, image), /construit sur le papier.*construisez-le sans onPaper/);
      assert.throws(() => look('lenet' as never, image), /il faut un modèle de tfjs/);
    }); // prettier-ignore
  }

  it('looks at the last convolution with more than one place, where no layer is named', () => {
    assert.equal(gradCamOf(model, image).layer, 'C3');
    assert.deepEqual(model.getLayer('C5').outputShape, [null, 1, 1, 120]);
  });

  it('refuses an unknown layer and names those that have maps', () => {
    const names = 'margin, C1, S2, C3, S4, C5';
    assert.throws(() => gradCamOf(model, image, { layer: 'C9' }), new RegExp(`n’a pas de couche 'C9'.*donnez l’une de ${names}`)); // prettier-ignore
    assert.throws(() => activationsOf(model, image, { layers: ['C1', 'F6'] }), new RegExp(`'F6' ne donne pas de cartes.*${names}`)); // prettier-ignore
  });

  it('refuses what is no image at all', () => {
    for (const none of [undefined, null, 'a.png', 3, {}]) {
      assert.throws(
        () => gradCamOf(model, none as never),
        /^TypeError: Impossible de lire l’image/,
      );
    }
  });

  it('refuses a class that is not there, and a model that does not tell classes apart', () => {
    for (const wanted of [-1, 10, 0.5, NaN]) {
      assert.throws(() => gradCamOf(model, image, { class: wanted }), /donnez un entier de 0 à 9/);
      assert.throws(
        () => occlusionOf(model, image, { class: wanted }),
        /donnez un entier de 0 à 9/,
      );
    }
    const topless = leNet({ inputShape: [28, 28, 1], includeTop: false });
    assert.throws(() => gradCamOf(topless, image), /\[lot, 1, 1, 120\], et non \[lot, classes\]/);
  });

  it('says when the model answers NaN', () => {
    const broken = leNet({ inputShape: [28, 28, 1] });
    const { layers: all } = broken;
    const end = all[all.length - 1]!;
    end.setWeights(end.getWeights().map((w) => tfjs.fill(w.shape, NaN) as never));
    assert.throws(() => gradCamOf(broken, image), /le modèle répond \[NaN/);
    const first = broken.getLayer('C1');
    first.setWeights(first.getWeights().map((w) => tfjs.fill(w.shape, NaN) as never));
    assert.throws(
      () => filtersOf(broken),
      /les filtres de la couche C1 contiennent NaN.*learningRate/,
    );
    assert.throws(() => activationsOf(broken, image), /la couche C1 rend NaN.*learningRate/);
  });
});

function inSpot(pixel: number, start: number): boolean {
  return pixel >= start && pixel < start + spotSide;
}

function placeOfMost({ shape, data }: Volume): [number, number] {
  const place = data.indexOf(Math.max(...data));
  return [Math.floor(place / shape[1]!), place % shape[1]!];
}
