import assert from 'node:assert/strict';
import { assertSame, assertThrows, criterion, exercise, Mismatch } from '@convolab/grader/spec';
import { at, drawPlaces, slopeAt } from './P1-cnn-sans-bibliotheque/differences';
import { digits, some } from './P1-cnn-sans-bibliotheque/digits';
import { accuracyAfter } from './P1-cnn-sans-bibliotheque/learns';
import { drawNetwork, shapes, type Layer, type Network } from './P1-cnn-sans-bibliotheque/network';
import { twinGradients, twinSteps } from './P1-cnn-sans-bibliotheque/twin';

type Names = 'initialise' | 'predict' | 'gradients' | 'step' | 'train' | 'save' | 'load';

/** tfjs computes in single precision. */
const tolerance = 1e-4;

/** What the reference learns in every case, and an untrained network never: see calibrate.ts. */
export const threshold = 0.7;

/** 24 points; the statement says each of them, and a person marks the other 10. */
exercise<'handmadeCnn', Names>('handmadeCnn', ({ student, solution, random }) => {
  const network = drawNetwork(random);
  const batch = some(digits(100, 1).train, 0, 6);

  criterion('L’aller : dix probabilités', 3, () => {
    it('sont celles de la définition', async () => {
      for (const image of batch.images) {
        assertSame(await student.predict(network, image), solution.predict(network, image), {
          tolerance: 1e-6,
        });
      }
    });
    it('restent des nombres quand les poids sont grands', async () => {
      const large = structuredClone(network);
      large.dense.w = large.dense.w.map((row) => row.map((weight) => weight * 3000));
      const [image] = batch.images;
      const right = solution.predict(large, image);
      assertSame(await student.predict(large, image), right, { tolerance: 1e-6 });
    });
  });

  const mine = async () =>
    (await student.gradients(network, batch.images, batch.labels)) as
      { loss?: number; gradients?: Network } | undefined;
  const loss = (of: Network): number => solution.gradients(of, batch.images, batch.labels).loss;

  criterion('La perte moyenne du lot', 1, () => {
    it('est l’entropie croisée, divisée par le nombre d’images', async () =>
      assertSame((await mine())?.loss, loss(network), { tolerance: 1e-6 }));
  });

  const layers: [Layer, number][] = [
    ['dense', 2],
    ['conv2', 3],
    ['conv1', 4],
  ];
  for (const [layer, points] of layers) {
    const places = drawPlaces(random, layer, 16);
    criterion(`Gradients de ${layer}`, points, () => {
      it('sont ceux de TensorFlow.js', async () => {
        const found = (await mine())?.gradients;
        assertSame(found?.[layer], twinGradients(network, batch)[layer], { tolerance });
      });
      it('sont les pentes que donnent des différences centrées', async () => {
        const found = (await mine())?.gradients;
        const slopes = places.map((place) => slopeAt(loss, network, layer, place));
        const own = places.map((place) => at(found, layer, place));
        assertSame(own, slopes, { tolerance: 1e-6 });
      });
    });
  }

  criterion('Vingt pas, comme TensorFlow.js', 4, () => {
    it('mènent aux mêmes poids', async () => {
      const many = digits(160, 1).train;
      const batches = Array.from({ length: 20 }, (_, i) => some(many, 8 * i, 8 * i + 8));
      let learned: unknown = network;
      for (const { images, labels } of batches) {
        learned = await student.step(learned, images, labels, 0.05);
      }
      assertSame(learned, twinSteps(network, batches, 0.05), { tolerance });
    });
  });

  criterion('Un réseau neuf, tiré par sa graine', 1, () => {
    it('a les bonnes formes, des biais nuls et des poids qui diffèrent', async () => {
      const fresh = (await student.initialise(1)) as Network | undefined;
      const zeros = (length: number): number[] => Array.from({ length }, () => 0);
      for (const layer of Object.keys(shapes) as Layer[]) {
        const { w, b } = shapes[layer];
        assertSame(fresh?.[layer].b, zeros(b[0]));
        const own: unknown = fresh?.[layer].w;
        assertSame(shapeOf(own), [...w]);
        const weights = (own as unknown[]).flat(Infinity as 1) as number[];
        const different = new Set(weights.filter((weight) => Number.isFinite(weight))).size;
        assert.ok(different > weights.length / 2, `${layer} : des poids se répètent.`);
      }
    });
    it('est le même pour la même graine, un autre pour une autre', async () => {
      const [one, again, other] = [
        await student.initialise(7),
        await student.initialise(7),
        await student.initialise(8),
      ];
      assertSame(again, one);
      assert.notDeepEqual(other, one, 'Deux graines donnent le même réseau.');
    });
  });

  criterion(`Apprentissage : plus de ${threshold * 100} % de chiffres jamais vus`, 4, () => {
    it('est atteint après quatre passages sur 400 images', async () => {
      const accuracy = await accuracyAfter(student, digits(400, 200));
      if (accuracy > threshold) return;
      throw new Mismatch(`Exactitude : ${accuracy}, sur 200 chiffres.`, 'value');
    });
  });

  criterion('Sauver et relire', 2, () => {
    const text = (changed: unknown): string => JSON.stringify({ format: 'p1', network: changed });
    it('ne perd rien', async () => {
      assertSame(JSON.parse((await student.save(network)) as string), JSON.parse(text(network)));
      assertSame(await student.load(text(network)), network);
    });
    it('refuse un texte abîmé', async () => {
      await student.load(text(network)); // one that throws at everything refuses nothing
      const { conv1, conv2, dense } = network;
      const damaged = [
        text(network).slice(0, -40),
        JSON.stringify({ format: 'autre', network }),
        text({ conv1, dense }),
        text({ conv1, conv2, dense: { ...dense, b: dense.b.slice(1) } }),
        text({ conv1, conv2: { ...conv2, w: conv2.w.slice(1) }, dense }),
        text({ conv1: { ...conv1, b: [NaN, 0, 0, 0] }, conv2, dense }),
      ];
      for (const each of damaged) await assertThrows(() => student.load(each));
    });
  });
});

function shapeOf(value: unknown): number[] {
  return Array.isArray(value) ? [value.length, ...shapeOf(value[0])] : [];
}
