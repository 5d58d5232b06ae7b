import { assertSame, criterion, type ExerciseContext } from '@convolab/grader/spec';
import { describe as describeModel } from '@convolab/lib/models';
import type { LayersModel } from '@convolab/lib/tf';
import { decimalTolerance } from '../../claims';
import { assertSameModel, bothAnswers, built, modelOf } from '../../models';

type Names = 'inception' | 'googLeNet';

/** 4 points; the public cases are worth 2. */
export function hidden({ student, solution, random }: ExerciseContext<Names>): void {
  const right = (aux: boolean): Promise<LayersModel> =>
    built(() => solution.googLeNet(aux) as LayersModel);
  const model = async (aux: boolean): Promise<LayersModel> => modelOf(await student.googLeNet(aux));
  /** A module for an image that is not square, no two of its branches as wide as each other. */
  const drawn = (): unknown[] => {
    const shape = [random.int(6, 9), random.int(10, 14), random.int(3, 9)];
    const maps = [0, 10, 20, 30, 40, 50].map((least) => least + random.int(1, 9));
    return [{ fixture: 'image', args: [shape] }, maps];
  };
  const [modules, computed] = [[drawn(), drawn(), drawn()], drawn()];
  const seeds = [1, 2, 3].map(() => random.int(1, 1e9));

  criterion('Le module, pour d’autres images et d’autres nombres de cartes', 1, () => {
    for (const [i, args] of modules.entries()) {
      it(`module ${i + 1}`, async () =>
        assertSameModel(
          await student.inception(...args),
          await built(() => solution.inception(...args)),
        ));
    }
  });

  criterion('Le module calcule la même chose, à poids égaux', 0.5, () => {
    it('pour une image tirée au hasard', async () => {
      const answer = await student.inception(...computed);
      const wanted = await built(() => solution.inception(...computed));
      const { got, expected } = await bothAnswers(answer, wanted, seeds[0]!);
      assertSame(got, expected, { tolerance: 1e-3 });
    });
  });

  criterion('La taille des cartes : 112, 56, 28, 14, 7', 0.5, () => {
    it('d’un étage à l’autre', async () =>
      assertSame(stagesOf(await model(false)), stagesOf(await right(false))));
  });

  criterion('Les sorties : une, ou trois', 0.5, () => {
    for (const aux of [false, true]) {
      it(aux ? 'avec les classifieurs auxiliaires' : 'sans eux', async () =>
        assertSame(outputsOf(await model(aux)), outputsOf(await right(aux))),
      );
    }
  });

  criterion('Le dropout', 0.5, () => {
    it('de chaque classifieur', async () =>
      assertSame(droppedIn(await model(true)), droppedIn(await right(true))));
  });

  criterion('Les mêmes réponses que GoogLeNet, à poids égaux', 1, () => {
    for (const aux of [false, true]) {
      it(aux ? 'avec les classifieurs auxiliaires' : 'sans eux', async () => {
        const answer = await student.googLeNet(aux);
        const { got, expected } = await bothAnswers(answer, await right(aux), seeds[+aux + 1]!, 16);
        assertSame(got, expected, { tolerance: decimalTolerance });
      });
    }
  });
}

/** The sides of the maps, one for each stage, and how many convolutions there are in each. */
function stagesOf(model: LayersModel): [side: number, convolutions: number][] {
  const stages = new Map<number, number>();
  for (const { type, outputShape } of describeModel(model).rows) {
    const [side] = outputShape;
    if (type === 'Conv2D') stages.set(side!, (stages.get(side!) ?? 0) + 1);
  }
  return [...stages].sort(([a], [b]) => b - a);
}

/** What each output is, and the parameters of all. */
function outputsOf(model: LayersModel): unknown {
  const shapes = model.outputs.map(({ shape }) => shape.slice(1));
  return { shapes, parameters: model.countParams() };
}

/** What is dropped, and of how many numbers, the smallest share first: in another place there are more or fewer. */
function droppedIn(model: LayersModel): [rate: number, numbers: number][] {
  const layers = model.layers as unknown as WithConfig[];
  const dropped = layers.flatMap((layer): [number, number][] => {
    if (layer.getClassName() !== 'Dropout') return [];
    const numbers = layer.outputShape.slice(1).reduce((product, length) => product * length, 1);
    return [[layer.getConfig()['rate'] as number, numbers]];
  });
  return dropped.sort(([a], [b]) => a - b);
}

interface WithConfig {
  outputShape: number[];
  getClassName(): string;
  getConfig(): Record<string, unknown>;
}
