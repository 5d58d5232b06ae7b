import { assertSame, assertThrows, criterion, type ExerciseContext } from '@convolab/grader/spec';
import * as tf from '@convolab/lib/tf';
import { agrees, decimalTolerance, leavesInputs } from '../../claims';
import { decimal, several } from '../../draw';
import { assertSameModel, behindHandle, bothAnswers, built, modelOf } from '../../models';

type Names = 'residual' | 'bottleneck' | 'resNet';

const image = (...shape: number[]) => ({ fixture: 'image', args: [shape] });

/** 4 points; the public cases are worth 2. */
export function hidden({ student, solution, random }: ExerciseContext<Names>): void {
  /** x of n numbers, h hidden ones, and as many that come out as are asked for. */
  const drawn = (n: number, h: number, out = n): unknown[] =>
    decimal(random, [random.matrix(1, n)[0]!, random.matrix(n, h), random.matrix(h, out)]);
  const right = (...args: unknown[]): Promise<unknown> => built(() => solution.bottleneck(...args));

  criterion('Le bloc à la main', 1, () => {
    const sizes = several(6, () => [random.int(1, 5), random.int(1, 5)] as const);
    const calls = sizes.map(([n, h]) => drawn(n, h));
    it('donne ReLU(F(x) + x)', () =>
      agrees(student.residual, solution.residual, calls, decimalTolerance));

    const input = drawn(3, 4);
    it('ne change pas ce qu’on lui donne', () =>
      leavesInputs(student.residual, solution.residual, [[[1, 2], [[1, 0], [0, 1]], [[2, 0], [0, 3]]], input])); // prettier-ignore

    const [fits, more, fewer] = [drawn(3, 2), drawn(3, 2, 4), drawn(3, 2, 2)];
    it('refuse d’ajouter des tailles différentes', async () => {
      await agrees(student.residual, solution.residual, [fits], decimalTolerance);
      for (const args of [more, fewer]) await assertThrows(() => student.residual(...args));
    });
  });

  criterion('Le raccourci : x lui-même, ou une projection', 1, () => {
    const filters = random.int(3, 9);
    const same: unknown[] = [image(8, 6, 4 * filters), filters, 1];
    const others: Record<string, unknown[]> = {
      'où le nombre de canaux change': [image(8, 6, 4 * filters + 2), filters, 1],
      'où seule la taille change': [image(9, 7, 4 * filters), filters, 2],
      'où les deux changent': [image(9, 6, 5), filters, 2],
      'de pas 3': [image(9, 6, 4 * filters), filters, 3],
    };
    it('x lui-même', async () =>
      assertSameModel(await student.bottleneck(...same), await right(...same)));
    for (const [where, args] of Object.entries(others)) {
      it(`une projection ${where}`, async () =>
        assertSameModel(await student.bottleneck(...args), await right(...args)));
    }
  });

  criterion('Les mêmes réponses que le bloc, à poids égaux', 1, () => {
    const calls = [[image(7, 6, 8), 2, 1], [image(7, 9, 3), 4, 2], [image(6, 5, 4), 2, 1]]; // prettier-ignore
    for (const [i, args] of calls.entries()) {
      const seed = random.int(1, 1e9);
      it(['avec x lui-même', 'de pas 2', 'avec une projection'][i]!, async () => {
        const { got, expected } = await bothAnswers(
          await student.bottleneck(...args),
          await right(...args),
          seed,
        );
        assertSame(got, expected, { tolerance: decimalTolerance });
      });
    }
  });

  criterion('ResNet-50, 101 et 152', 1, () => {
    const network = (depth: number) => built(() => solution.resNet(depth) as tf.LayersModel);
    it('les couches de ResNet-50', async () =>
      assertSameModel(await student.resNet(50), await network(50)));
    for (const [depth, parameters] of Object.entries({ 101: 44_707_176, 152: 60_419_944 })) {
      it(`les paramètres de ResNet-${depth}`, async () =>
        assertSame((await modelOf(await student.resNet(Number(depth)))).countParams(), parameters));
    }
    const seed = random.int(1, 1e9);
    it('les mêmes réponses à la sortie du max pooling, à poids égaux', async () => {
      const entry = behindHandle(await upToPooling(await modelOf(await student.resNet(50))));
      const { got, expected } = await bothAnswers(entry, await upToPooling(await network(50)), seed, 16); // prettier-ignore
      assertSame(got, expected, { tolerance: decimalTolerance });
    });
    it('refuse une autre profondeur', async () => {
      assertSame((await modelOf(await student.resNet(50))).countParams(), 25_636_712);
      for (const depth of [34, 49, 51, 0]) await assertThrows(() => student.resNet(depth));
    });
  });
}

/** The whole network's probabilities would hardly tell one margin from another: it is tried up to here. */
async function upToPooling(model: tf.LayersModel): Promise<tf.LayersModel> {
  const pool = model.layers.find((layer) => layer.getClassName() === 'MaxPooling2D');
  assertSame(pool?.getClassName() ?? 'rien', 'MaxPooling2D');
  return built(() => tf.model({ inputs: model.inputs, outputs: [pool!.output].flat() }));
}
