import { assertSame, criterion, type ExerciseContext } from '@convolab/grader/spec';
import { describe as describeModel } from '@convolab/lib/models';
import type { LayersModel } from '@convolab/lib/tf';
import { decimalTolerance } from '../../claims';
import { bothAnswers, built, modelOf } from '../../models';

type Rows = ReturnType<typeof describeModel>['rows'];
type Groups = 1 | 2;

/** 3 points; the public cases are worth 2. */
export function hidden({ student, solution, random }: ExerciseContext<'alexNet'>): void {
  const right = (groups: Groups): Promise<LayersModel> =>
    built(() => solution.alexNet(groups) as LayersModel);
  const model = async (groups: Groups): Promise<LayersModel> =>
    modelOf(await student.alexNet(groups));

  criterion('Les tailles des cartes : 55, 27, 13, 6', 0.5, () => {
    for (const groups of [1, 2] as const) {
      it(groups === 1 ? 'dans une tour' : 'dans deux', async () =>
        assertSame(sidesIn(await model(groups)), sidesIn(await right(groups))),
      );
    }
  });

  criterion('Les filtres de chaque tour', 0.5, () => {
    it('se partagent les cartes, et ne lisent que celles qu’ils doivent lire', async () =>
      assertSame(weighted('Conv2D', await model(2)), weighted('Conv2D', await right(2))));
  });

  criterion('Les couches denses', 0.5, () => {
    for (const groups of [1, 2] as const) {
      it(groups === 1 ? 'derrière une tour' : 'derrière deux', async () =>
        assertSame(weighted('Dense', await model(groups)), weighted('Dense', await right(groups))),
      );
    }
  });

  criterion('Le dropout', 0.5, () => {
    it('derrière chacune des deux couches de 4 096 neurones', async () =>
      assertSame(endOf(await model(1)), endOf(await right(1))));
  });

  criterion('Les mêmes réponses qu’AlexNet, à poids égaux', 1, () => {
    for (const groups of [1, 2] as const) {
      const seed = random.int(1, 1e9);
      it(groups === 1 ? 'd’une tour' : 'de deux tours', async () => {
        const { got, expected } = await bothAnswers(
          await student.alexNet(groups),
          await right(groups),
          seed,
          16,
        );
        assertSame(got, expected, { tolerance: decimalTolerance });
      });
    }
  });
}

/** The sides of the maps, the largest first; no matter how many layers give them. */
function sidesIn(model: LayersModel): number[] {
  const maps = rowsOf(model).filter(({ type }) => /Conv|Pooling/.test(type));
  return [...new Set(maps.map(({ outputShape }) => outputShape[0]!))].sort((a, b) => b - a);
}

/** The parameters of the layers of one kind, whatever their order. */
function weighted(kind: string, model: LayersModel): number[] {
  const rows = rowsOf(model).filter(({ type }) => type === kind);
  return rows.map(({ parameters }) => parameters).sort((a, b) => a - b);
}

/** The dense layers with what is dropped between them. */
function endOf(model: LayersModel): unknown[] {
  const layers = model.layers as unknown as WithConfig[];
  return layers
    .filter((layer) => /^(Dense|Dropout)$/.test(layer.getClassName()))
    .map((layer) => layer.getConfig()['rate'] ?? layer.getConfig()['units']);
}

interface WithConfig {
  getClassName(): string;
  getConfig(): Record<string, unknown>;
}

const rowsOf = (model: LayersModel): Rows => [...describeModel(model).rows];
