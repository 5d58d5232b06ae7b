import { assertSame, assertThrows, criterion, type ExerciseContext } from '@convolab/grader/spec';
import { agrees, decimalTolerance, leavesInputs, refuses } from '../../claims';
import { decimal, several, volume } from '../../draw';
import { assertSameModel, built, modelOf } from '../../models';

type Names = 'unfrozenNames' | 'unfreezeLast' | 'fineTune';
type Weights = Record<string, number[][]>;

/** 4.5 points; the public cases are worth 1.5. */
export function hidden({ student, solution, random }: ExerciseContext<Names>): void {
  const lists = [
    ['image', 'stem_conv', 'stem_bn', 'a_conv', 'a_bn', 'a_abn', 'a_relu', 'b_conv', 'pool', 'scores'],
    ['z_conv', 'm_conv_1', 'm_bn', 'c_conv', 'c_bnorm', 'c_conv_bn', 'join', 'd_conv', 'd_relu', 'flat', 'top'],
    several(12, () => 0).flatMap((_, i) => [`block${i + 1}_conv`, `block${i + 1}_bn`]).concat('pool', 'predictions'),
  ]; // prettier-ignore
  const network = (filters: number[], options: object, classes = 3): unknown => ({
    fixture: 'blockNetwork',
    args: [[7, 6, 2], filters, classes, options],
  });
  const drawn = (blocks: number): number[] => several(blocks, () => random.int(2, 4));
  const toTune = (count: number, blocks: number, norm: boolean, steps = 2): unknown[] => [
    network(drawn(count), { norm, frozen: random.pick([true, false]) }),
    several(4, () => decimal(random, volume(random, 7, 6, 2))),
    [[1, 0, 0], [0, 1, 0], [0, 0, 1], [0, 1, 0]],
    { blocks, steps, rate: random.real(0.1, 0.3) },
  ]; // prettier-ignore

  criterion('Ce qui apprend', 0.75, () => {
    const calls = [[lists[0], 1], [lists[0], 2], [lists[0], 3], [lists[1], 1], [lists[1], 3], [lists[2], 3], [lists[2], 11]]; // prettier-ignore
    it('les derniers blocs sans leurs normalisations, et la tête', () =>
      agrees(student.unfrozenNames, solution.unfrozenNames, calls));
    it('la liste des noms reste comme elle était', () =>
      leavesInputs(student.unfrozenNames, solution.unfrozenNames, [calls[1]!, calls[4]!]));
  });

  criterion('Ce qui est gelé', 0.75, () => {
    const calls = [
      [network(drawn(4), { norm: true }), 2],
      [network(drawn(3), { norm: true, frozen: true }), 1],
      [network(drawn(3), { norm: false, frozen: true }), 3],
      [network(drawn(2), { norm: true }), 2],
    ];
    it('chaque couche, quel qu’ait été son état', async () => {
      for (const call of calls) {
        await assertSameModel(await student.unfreezeLast(...call), await built(() => solution.unfreezeLast(...call))); // prettier-ignore
      }
    });
  });

  criterion('Zéro bloc : la tête seule', 0.5, () => {
    const calls = lists.map((names) => [names, 0]);
    it('dans la liste des noms', () =>
      agrees(student.unfrozenNames, solution.unfrozenNames, calls));
    const call = [network(drawn(3), { norm: true }), 0];
    it('dans le modèle', async () =>
      assertSameModel(await student.unfreezeLast(...call), await built(() => solution.unfreezeLast(...call)))); // prettier-ignore
  });

  criterion('Affiner, sans normalisation', 0.5, () => {
    const calls = [toTune(2, 1, false, 1), toTune(3, 2, false, 3), toTune(2, 2, false), toTune(2, 0, false)]; // prettier-ignore
    it('les poids de chaque couche après tous les pas', () =>
      agrees(student.fineTune, solution.fineTune, calls, decimalTolerance));
    const given = toTune(2, 1, false);
    it('les images et les étiquettes restent comme elles étaient', async () => {
      const copy = structuredClone(given);
      const answer = await student.fineTune(...copy);
      assertSame(answer, await solution.fineTune(...given), { tolerance: decimalTolerance });
      assertSame(copy, given);
    });
  });

  criterion('Normalisations inchangées après l’entraînement', 0.75, () => {
    const calls = [toTune(2, 0, true), toTune(3, 1, true, 3), toTune(2, 2, true, 1)];
    it('gamma, bêta et moyennes glissantes', async () => {
      for (const call of calls) {
        const after = (await student.fineTune(...structuredClone(call))) as Weights | undefined;
        const right = (await solution.fineTune(...structuredClone(call))) as Weights;
        const only = (weights: Weights | undefined): unknown =>
          Object.entries(right).map(([name]) => (name.endsWith('_bn') ? weights?.[name] : null));
        assertSame(only(after), only(right), { tolerance: decimalTolerance });
        // What never learned leaves its normalisations alone too.
        assertSame(after!['predictions'], right['predictions'], { tolerance: 0.5 });
        const before = (await solution.fineTune(...untouched(call))) as Weights;
        assertSame(String(after!['predictions']) === String(before['predictions']), false);
      }
    });
  });

  criterion('Affiner, normalisations en inférence', 0.75, () => {
    const calls = [toTune(2, 1, true, 1), toTune(3, 2, true, 3), toTune(2, 0, true), toTune(3, 3, true)]; // prettier-ignore
    it('les poids de chaque couche après tous les pas', () =>
      agrees(student.fineTune, solution.fineTune, calls, decimalTolerance));
  });

  criterion('Arguments refusés', 0.5, () => {
    const names = lists[0];
    const wrong = [4, 1.5, NaN, -1, 40];
    it('dans la liste des noms', () =>
      refuses(student.unfrozenNames, solution.unfrozenNames, {
        accepted: [[names, 3]],
        refused: wrong.map((blocks) => [names, blocks]),
      }));
    it('par unfreezeLast et par fineTune', async () => {
      const model = network([2, 2], { norm: true });
      assertSame((await modelOf(await student.unfreezeLast(model, 2))).outputs.length, 1);
      for (const blocks of [3, 0.5, NaN, -1]) {
        await assertThrows(() => student.unfreezeLast(model, blocks));
      }
      const [, images, labels, options] = toTune(2, 1, true);
      const tuned = (blocks: number): Promise<unknown> =>
        student.fineTune(model, images, labels, { ...(options as object), blocks });
      assertSame(typeof (await tuned(2)), 'object');
      for (const blocks of [3, 0.5, -1]) await assertThrows(() => tuned(blocks));
    });
  });
}

/** The same call with a rate that moves nothing. */
const untouched = ([model, images, labels, options]: unknown[]): unknown[] =>
  structuredClone([model, images, labels, { ...(options as object), rate: 0, blocks: 0 }]);
