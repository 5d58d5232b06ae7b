import { assertSame, assertThrows, criterion, type ExerciseContext } from '@convolab/grader/spec';
import { sourcesOf } from '@convolab/lib/models';
import type { LayersModel } from '@convolab/lib/tf';
import { decimalTolerance } from '../../claims';
import { assertSameModel, bothAnswers, built, modelOf } from '../../models';

type Names = 'denseBlock' | 'transition' | 'denseNet';

const image = (...shape: number[]) => ({ fixture: 'image', args: [shape] });
/** Blocks of the paper's networks, and the parameters of these. */
const networks = {
  'DenseNet-121': { blocks: [6, 12, 24, 16], parameters: 8_062_504 },
  'DenseNet-169': { blocks: [6, 12, 32, 32], parameters: 14_307_880 },
  'DenseNet-201': { blocks: [6, 12, 48, 32], parameters: 20_242_984 },
};

/** 3 points; the public cases are worth 2. */
export function hidden({ student, solution, random }: ExerciseContext<Names>): void {
  const block = (...args: unknown[]) => built(() => solution.denseBlock(...args));
  const between = (...args: unknown[]) => built(() => solution.transition(...args));
  const network = (blocks: number[]) => built(() => solution.denseNet(blocks) as LayersModel);

  criterion('Les liens d’un bloc : L(L + 1)/2', 0.75, () => {
    const drawn = [5, 9].map((layers) => ({ layers, args: [image(6, 4, random.int(3, 9)), layers, random.int(2, 5)] })); // prettier-ignore
    for (const { layers, args } of drawn) {
      it(`avec ${layers} couches`, async () => {
        const answer = await student.denseBlock(...args);
        assertSame(linksOf(await modelOf(answer)), (layers * (layers + 1)) / 2);
        await assertSameModel(answer, await block(...args));
      });
    }
  });

  criterion('La transition', 0.5, () => {
    for (const channels of [2 * random.int(3, 9), 2 * random.int(3, 9) + 1]) {
      const args = [image(8, 6, channels)];
      it(channels % 2 === 0 ? 'd’un nombre pair de canaux' : 'd’un nombre impair', async () =>
        assertSameModel(await student.transition(...args), await between(...args)),
      );
    }
  });

  criterion('DenseNet-121, 169 et 201', 1, () => {
    for (const [name, { blocks, parameters }] of Object.entries(networks)) {
      it(`les paramètres de ${name}`, async () =>
        assertSame((await modelOf(await student.denseNet([...blocks]))).countParams(), parameters));
    }
    it('les couches d’un réseau de quatre blocs', async () =>
      assertSameModel(await student.denseNet([2, 4, 1, 3]), await network([2, 4, 1, 3])));
    it('refuse un réseau sans bloc', async () => {
      await assertSameModel(await student.denseNet([1]), await network([1]));
      await assertThrows(() => student.denseNet([]));
    });
  });

  criterion('Les mêmes réponses, à poids égaux', 0.75, () => {
    const seed = random.int(1, 1e9);
    const second = random.int(1, 1e9);
    const third = random.int(1, 1e9);
    const args = [image(5, 6, 3), 3, 2];
    it('du bloc', async () =>
      same(await bothAnswers(await student.denseBlock(...args), await block(...args), seed)));
    it('de la transition', async () => {
      const given = [image(6, 8, 7)];
      same(await bothAnswers(await student.transition(...given), await between(...given), second));
    });
    // A thousand probabilities, each so small that a wrong margin hardly moves it.
    it('d’un réseau', async () => {
      const blocks = [2, 1, 1];
      const answer = await student.denseNet([...blocks]);
      same(await bothAnswers(answer, await network(blocks), third, 8), 1e-6);
    });
  });
}

function same(
  { got, expected }: { got: number[]; expected: number[] },
  tolerance = decimalTolerance,
): void {
  assertSame(got, expected, { tolerance });
}

/** Who reads whom in a block: the 1 × 1 convolutions read all before them, the 3 × 3 read one of these. */
function linksOf(model: LayersModel): number {
  const read = [...sourcesOf(model).values()].map((sources) => sources.length);
  return read.reduce((sum, count) => sum + count, 0) - read.length / 2;
}
