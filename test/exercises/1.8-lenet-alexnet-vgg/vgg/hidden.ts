import { assertSame, assertThrows, criterion, type ExerciseContext } from '@convolab/grader/spec';
import { describe as describeModel } from '@convolab/lib/models';
import type { LayersModel } from '@convolab/lib/tf';
import { decimalTolerance } from '../../claims';
import { assertSameModel, bothAnswers, built, modelOf } from '../../models';
import type { Call } from './parts';

type Rows = ReturnType<typeof describeModel>['rows'];

const photo = [224, 224, 3];

/** 3 points; the public cases are worth 1. */
export function hidden({ student, solution, random }: ExerciseContext<'vgg'>): void {
  const right = (call: Call): Promise<LayersModel> =>
    built(() => solution.vgg(...call) as LayersModel);
  const rows = async (call: Call): Promise<Rows> =>
    describeModel(await modelOf(await student.vgg(...call))).rows;
  const expected = async (call: Call): Promise<Rows> => describeModel(await right(call)).rows;

  // Drawn in front of every call: what a submission does must not change what the next one is asked.
  const blocks = [random.int(1, 3), random.int(2, 4), random.int(1, 2)];
  const odd = [8 * random.int(3, 5) + random.int(1, 7), 8 * random.int(6, 8), random.int(1, 2)];
  const classes = random.int(3, 9);
  const seeds = [random.int(1, 1e9), random.int(1, 1e9)];
  const vgg11: Call = [[1, 1, 2, 2, 2], photo, 1000];

  criterion('Les convolutions de chaque bloc', 0.5, () => {
    it('de VGG-11, avec leurs filtres, leurs cartes et leurs paramètres', async () =>
      assertSame(only(['Conv2D'], await rows(vgg11)), only(['Conv2D'], await expected(vgg11))));
  });

  criterion('Un pooling par bloc', 0.5, () => {
    const pools = ['MaxPooling2D', 'AveragePooling2D'];
    const call: Call = [blocks, odd, 0];
    it('prend le maximum, et divise la taille par deux', async () =>
      assertSame(only(pools, await rows(call)), only(pools, await expected(call))));
  });

  criterion('Les couches denses et leur dropout', 0.5, () => {
    it('de 4 096, 4 096, puis les classes', async () => {
      const [got, wanted] = [await student.vgg([1, 1], [32, 32, 3], classes), await right([[1, 1], [32, 32, 3], classes])]; // prettier-ignore
      assertSame(endOf(await modelOf(got)), endOf(wanted));
    });
  });

  criterion('Une autre image, d’autres blocs, sans couches denses', 0.5, () => {
    it('rendent le modèle attendu, couche par couche', async () => {
      const call: Call = [blocks, odd, 0];
      await assertSameModel(await student.vgg(...structuredClone(call)), await right(call));
    });
    it('et finissent par des cartes', async () => {
      const call: Call = [blocks, odd, 0];
      assertSame(
        (await rows(call)).at(-1)!.outputShape,
        (await expected(call)).at(-1)!.outputShape,
      );
    });
    it('et blocks reste ce qu’il était', async () => {
      const given = [...blocks];
      await modelOf(await student.vgg(given, odd, 0));
      assertSame(given, blocks);
    });
  });

  criterion('Une image trop petite', 0.25, () => {
    for (const [name, inputShape] of [
      ['en largeur', [40, 7, 1]],
      ['en hauteur', [7, 40, 1]],
    ] as const) {
      it(`${name} est refusée, une image juste assez grande est acceptée`, async () => {
        for (const enough of [[8, 9, 1], [9, 8, 1]]) await modelOf(await student.vgg([1, 1, 1], enough, 0)); // prettier-ignore
        await assertThrows(() => student.vgg([1, 1, 1], [...inputShape], 0));
      });
    }
  });

  criterion('Les mêmes réponses que VGG, à poids égaux', 0.75, () => {
    for (const [i, call] of (
      [
        [blocks, odd, classes],
        [[1, 2, 1, 1, 1], [37, 45, 3], 0],
      ] as Call[]
    ).entries()) {
      // prettier-ignore
      it(call[2] === 0 ? 'des cartes' : 'des probabilités', async () => {
        const answer = await student.vgg(...structuredClone(call));
        const { got, expected: wanted } = await bothAnswers(answer, await right(call), seeds[i]!, 16);
        assertSame(got, wanted, { tolerance: decimalTolerance });
      });
    }
  });
}

/** One criterion looks at the layers of one kind, and at nothing else. */
const only = (types: readonly string[], all: Rows): unknown[] =>
  all
    .filter(({ type }) => types.includes(type))
    .map(({ type, outputShape, parameters }) => ({ type, outputShape, parameters }));

/** The dense layers with what is dropped between them. */
const endOf = (model: LayersModel): unknown[] =>
  (model.layers as unknown as WithConfig[])
    .filter((layer) => /^(Dense|Dropout)$/.test(layer.getClassName()))
    .map((layer) => layer.getConfig()['rate'] ?? layer.getConfig()['units']);

interface WithConfig {
  getClassName(): string;
  getConfig(): Record<string, unknown>;
}
