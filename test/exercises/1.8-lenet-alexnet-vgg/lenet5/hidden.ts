import { assertSame, criterion, type ExerciseContext } from '@convolab/grader/spec';
import { describe as describeModel } from '@convolab/lib/models';
import type { LayersModel } from '@convolab/lib/tf';
import { bothAnswers, built, modelOf } from '../../models';
import { decimalTolerance } from '../../claims';

type Rows = ReturnType<typeof describeModel>['rows'];

/** 3 points; the public case is worth 1. */
export function hidden({ student, solution, random }: ExerciseContext<'lenet5'>): void {
  const rows = async (): Promise<Rows> => describeModel(await modelOf(await student.lenet5())).rows;
  const right = (): Promise<LayersModel> => built(() => solution.lenet5() as LayersModel);
  const expected = async (): Promise<Rows> => describeModel(await right()).rows;
  /** One criterion looks at the layers of one kind, and at nothing else. */
  const only = (types: readonly string[], all: Rows): unknown[] =>
    all
      .filter(({ type }) => types.includes(type))
      .map(({ type, outputShape, parameters }) => ({ type, outputShape, parameters }));

  criterion('Les deux convolutions', 0.5, () => {
    it('ont leurs filtres, leurs cartes et leurs paramètres', async () =>
      assertSame(only(['Conv2D'], await rows()), only(['Conv2D'], await expected())));
  });

  criterion('Les poolings', 0.5, () => {
    const pools = ['AveragePooling2D', 'MaxPooling2D'];
    it('sont deux, font la moyenne, et divisent la taille par deux', async () =>
      assertSame(only(pools, await rows()), only(pools, await expected())));
  });

  criterion('Les couches denses', 0.5, () => {
    const dense = ['Dense', 'Dropout'];
    it('ont 120, 84 et 10 neurones, et leurs paramètres ; rien n’est éteint', async () =>
      assertSame(only(dense, await rows()), only(dense, await expected())));
  });

  criterion('Les mêmes réponses que LeNet-5, à poids égaux', 1.5, () => {
    for (const image of ['une image tirée au hasard', 'une autre']) {
      const seed = random.int(1, 1e9);
      it(`pour ${image}`, async () => {
        const { got, expected: wanted } = await bothAnswers(
          await student.lenet5(),
          await right(),
          seed,
        );
        assertSame(got, wanted, { tolerance: decimalTolerance });
      });
    }
  });
}
