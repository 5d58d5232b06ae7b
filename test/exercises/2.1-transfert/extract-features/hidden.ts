import { assertSame, assertThrows, criterion, type ExerciseContext } from '@convolab/grader/spec';
import { agrees, decimalTolerance, refuses } from '../../claims';
import { decimal, several, volume } from '../../draw';
import { assertSameModel, built, modelOf } from '../../models';
import { learnedBy } from '../learned-by';

type Names = 'cutHead' | 'extractFeatures' | 'withHead' | 'trainHead';

const pretrained = (...args: unknown[]) => ({ fixture: 'pretrained', args });
const headless = (...args: unknown[]) => ({ fixture: 'headless', args });

/** 3.75 points; the public cases are worth 1.25. */
export function hidden({ student, solution, random }: ExerciseContext<Names>): void {
  const size = (): number => random.int(5, 8);
  /** So many images, and the base that takes them. */
  const toExtract = (count: number, batchSize: number): unknown[] => {
    const [height, width, channels] = [size(), size() + 3, random.int(1, 2)];
    const images = several(count, () => decimal(random, volume(random, height, width, channels)));
    return [headless([height, width, channels], random.int(2, 4)), images, batchSize];
  };
  const toLearn = (rows: number, width: number, classes: number, steps: number): unknown[] => [
    decimal(random, random.matrix(rows, width)),
    several(rows, () => 0).map((_, i) => (i < classes ? i : random.int(0, classes - 1))),
    { classes, steps, rate: random.real(0.1, 0.9) },
  ];

  criterion('Couper', 0.5, () => {
    const networks = several(3, () => pretrained([size(), size(), 2], random.int(1, 4), random.int(2, 9)));
    it('rend ce que reçoit la dernière couche', async () => {
      for (const network of networks) {
        await assertSameModel(await student.cutHead(network), await built(() => solution.cutHead(network)));
      }
    });
  }); // prettier-ignore

  criterion('Extraire', 1, () => {
    const calls = [toExtract(5, 2), toExtract(4, 4), toExtract(3, 1), toExtract(2, 9), toExtract(6, 3)];
    it('donne une ligne par image, comme à l’usage', () =>
      agrees(student.extractFeatures, solution.extractFeatures, calls, decimalTolerance));
    const one = toExtract(3, 2);
    it('rend les images comme elles étaient', async () => {
      const given = structuredClone(one);
      assertSame(await student.extractFeatures(...given), await solution.extractFeatures(...one), { tolerance: decimalTolerance });
      assertSame(given, one);
    });
  }); // prettier-ignore

  criterion('Une nouvelle tête, et elle seule apprend', 1, () => {
    const calls = several(3, () => [pretrained([size(), size(), 1], random.int(2, 4), 10), random.int(2, 7)]);
    it('a les couches attendues, et celles de la base sont gelées', async () => {
      for (const call of calls) {
        await assertSameModel(await student.withHead(...call), await built(() => solution.withHead(...call)));
      }
    });
    const [call] = calls;
    it('garde les couches de la base, sous leurs noms', async () => {
      const names = (await modelOf(await student.withHead(...call!))).layers.map(({ name }) => name);
      assertSame(['conv1', 'conv2', 'pool'].map((name) => names.includes(name)), [true, true, true]);
    });
    const seed = random.int(1, 1e9);
    it('après un entraînement, seule la tête a changé', async () => {
      const learned = await learnedBy(await modelOf(await student.withHead(...call!)), seed);
      assertSame(learned.length, 1);
      assertSame(learned.some((name) => ['conv1', 'conv2'].includes(name)), false);
    });
  }); // prettier-ignore

  criterion('Apprendre la tête', 0.75, () => {
    const calls = [toLearn(5, 3, 2, 1), toLearn(7, 2, 4, 3), toLearn(3, 4, 3, 6), toLearn(1, 2, 2, 2)];
    const many = toLearn(40, 3, 3, 2);
    it('suit la moyenne des gradients, autant de pas qu’on en demande', () =>
      agrees(student.trainHead, solution.trainHead, [...calls, many], decimalTolerance));
    const [first] = calls;
    it('rend features et labels comme ils étaient', async () => {
      const given = structuredClone(first!);
      assertSame(await student.trainHead(...given), await solution.trainHead(...first!), { tolerance: decimalTolerance });
      assertSame(given, first);
    });
  }); // prettier-ignore

  criterion('Arguments refusés', 0.5, () => {
    const whole = pretrained([6, 5, 1], 2, 4);
    const base = headless([6, 5, 1], 2);
    it('refuse de couper ou de coiffer ce qui n’a pas de tête', async () => {
      assertSame((await modelOf(await student.cutHead(whole))).outputs.length, 1);
      assertSame((await modelOf(await student.withHead(whole, 2))).outputs.length, 1);
      await assertThrows(() => student.cutHead(base));
      await assertThrows(() => student.withHead(base, 3));
    });
    it('refuse un nombre de classes qui n’en est pas un', async () => {
      assertSame((await modelOf(await student.withHead(whole, 2))).outputs.length, 1);
      for (const classes of [1, 0, -3, 2.5, NaN]) {
        await assertThrows(() => student.withHead(whole, classes));
      }
    });
    const [features, labels, options] = toLearn(4, 2, 2, 1) as [number[][], number[], object];
    it('refuse des étiquettes qui ne vont pas avec les lignes', () =>
      refuses(student.trainHead, solution.trainHead, {
        accepted: [[features, labels, options]],
        refused: [[features, labels.slice(1), options], [features.slice(1), labels, options], [[], [], options], [[], labels, options]],
      }));
    // Last: a careless answer may loop for ever on a batch of 0.
    const [model, images] = toExtract(3, 1);
    it('refuse une taille de lot qui n’est pas un entier d’au moins 1', () =>
      refuses(student.extractFeatures, solution.extractFeatures, {
        accepted: [[model, images, 3]],
        refused: [NaN, 1.5, 0.5, -1, 0].map((batchSize) => [model, images, batchSize]),
      }));
  }); // prettier-ignore
}
