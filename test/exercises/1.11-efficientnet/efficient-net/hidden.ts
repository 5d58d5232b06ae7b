import { assertSame, criterion, type ExerciseContext } from '@convolab/grader/spec';
import type { LayersModel } from '@convolab/lib/tf';
import { agrees, decimalTolerance, refuses } from '../../claims';
import { assertSameModel, bothAnswers, built, modelFrom, modelOf } from '../../models';

type Names = 'roundFilters' | 'compoundScale' | 'mbConv' | 'efficientNet';

/** What Keras counts, less the 7 numbers of its layer that normalises the image. */
const counts = { 1: 7_856_232, 3: 12_320_528, 7: 66_658_680 };

/** 4 points; the public cases are worth 2. */
export function hidden({ student, solution, random }: ExerciseContext<Names>): void {
  const widths = [
    // The least number there is, and products that are just between two multiples of 8.
    ...[
      [3, 1],
      [8, 1],
      [9, 0.5],
      [12, 1],
      [20, 1],
      [40, 1.3],
    ],
    ...Array.from({ length: 40 }, () => [random.int(3, 400), random.real(0.3, 2.5)]),
  ];
  /** Blocks for images that are not square: widened or not, with a step or not, added to or not. */
  const blocks = [
    ...[{ channels: 6, strides: 1, filters: 6 }, { channels: 7, strides: 2, filters: 7 }],
    ...[{ channels: 3, strides: 1, filters: 9 }, { channels: 12, strides: 1, filters: 12 }],
  ].map(({ channels, ...block }, i) => {
    const shape = [random.int(7, 9), random.int(10, 15), channels];
    const [kernelSize, expansion] = [[3, 5][random.int(0, 1)], i === 3 ? 1 : random.int(2, 6)];
    return [{ fixture: 'image', args: [shape] }, { ...block, kernelSize, expansion, drop: 0 }];
  }); // prettier-ignore
  const dropped = blocks.map(([x, block], i) => [
    x,
    { ...(block as object), drop: i === 3 ? 0 : 0.3 },
  ]);
  const seeds = [0, 1, 2, 3, 4].map(() => random.int(1, 1e9));
  /** Looked at several times, made once. */
  const made = new Map<number, Promise<unknown>>();
  const answer = (b: number): Promise<unknown> => {
    if (!made.has(b)) made.set(b, Promise.resolve(student.efficientNet(b)));
    return made.get(b)!;
  };
  let b0: Promise<LayersModel> | undefined;
  const right = (): Promise<LayersModel> =>
    (b0 ??= built(() => solution.efficientNet(0) as LayersModel));

  criterion('Les arrondis, de B0 à B7', 0.5, () => {
    it('des filtres', () => agrees(student.roundFilters, solution.roundFilters, widths));
    it('et des blocs', () => {
      const all = Array.from({ length: 8 }, (_, b) => [b]);
      return agrees(student.compoundScale, solution.compoundScale, all);
    });
    it('B8, B-1 et B2,5 n’existent pas', () =>
      refuses(student.compoundScale, solution.compoundScale, {
        accepted: [[2]],
        refused: [[8], [-1], [2.5]],
      }));
  });

  criterion('Le bloc MBConv, pour d’autres cartes', 1, () => {
    for (const [i, args] of blocks.entries()) {
      it(`bloc ${i + 1}`, async () =>
        assertSameModel(
          await student.mbConv(...args),
          await built(() => solution.mbConv(...args)),
        ));
    }
  });

  criterion('Le bloc calcule la même chose, à poids égaux', 0.5, () => {
    for (const [i, args] of blocks.entries()) {
      it(`bloc ${i + 1}`, async () => {
        const wanted = await built(() => solution.mbConv(...args));
        const { got, expected } = await bothAnswers(await student.mbConv(...args), wanted, seeds[i]!); // prettier-ignore
        assertSame(got, expected, { tolerance: 1e-3 });
      });
    }
  });

  criterion('Ce qui est laissé de côté pendant l’apprentissage', 0.5, () => {
    for (const [i, args] of dropped.entries()) {
      it(`bloc ${i + 1}`, async () => {
        const wanted = await built(() => solution.mbConv(...args));
        const model = await modelOf(await student.mbConv(...args));
        assertSame(dropsOf(model), dropsOf(modelFrom(wanted)!));
      });
    }
    it('de plus en plus, dans B0', async () => {
      const [got, expected] = [dropsOf(await modelOf(await answer(0))), dropsOf(await right())];
      assertSame(got, expected, { tolerance: 1e-9 });
    });
    it('et des nombres seuls avant la dernière couche de B3', async () => {
      const alone = dropsOf(await modelOf(await answer(3))).filter(({ shape }) => shape === '');
      assertSame(alone, [{ rate: 0.3, shape: '' }]);
    });
  });

  criterion('B1, B3 et B7, au paramètre près', 1, () => {
    for (const [b, count] of Object.entries(counts)) {
      it(`B${b}`, async () => {
        const model = await modelOf(await answer(Number(b)));
        assertSame(model.countParams(), count);
        const { resolution } = solution.compoundScale(Number(b)) as { resolution: number };
        assertSame(model.inputs[0]!.shape.slice(1), [resolution, resolution, 3]);
      });
    }
  });

  criterion('Les mêmes réponses que B0, à poids égaux', 0.5, () => {
    it('pour une image tirée au hasard', async () => {
      const { got, expected } = await bothAnswers(await answer(0), await right(), seeds[4]!, 16);
      assertSame(got, expected, { tolerance: decimalTolerance });
    });
  });
}

/** How much is dropped, and what together, from the smallest share on; a share is followed by its shape. */
function dropsOf(model: LayersModel): { rate: number; shape: string }[] {
  const layers = model.layers as unknown as WithConfig[];
  const dropouts = layers.filter((layer) => layer.getClassName() === 'Dropout');
  return dropouts
    .map((layer) => layer.getConfig())
    .map(({ rate, noiseShape }) => ({
      rate: rate as number,
      shape: String((noiseShape as unknown[] | null) ?? ''),
    }))
    .sort((a, b) => a.rate - b.rate);
}

interface WithConfig {
  getClassName(): string;
  getConfig(): Record<string, unknown>;
}
