import { criterion, type ExerciseContext } from '@convolab/grader/spec';
import type { AnyFunction } from '../../answer';
import { agrees, decimalTolerance, leavesInputs, refuses } from '../../claims';
import { decimal, filters, several, twoSizes, volume } from '../../draw';
import { convByDifferences } from '../differences';
import { only } from '../only';
import { tfConv2dBackward } from '../tfjs';

type Pair = [number, number];
type Call = [dy: number[][][], x: number[][][], w: number[][][][], stride: Pair, padding: number];

/** 5.25 points; the public cases are worth 1.75. */
export function hidden({ student, solution, random }: ExerciseContext<'conv2dBackward'>): void {
  const answer = (...args: unknown[]): Promise<unknown> => student.conv2dBackward(...args);
  const right = solution.conv2dBackward;

  /** An image and filters of these sizes, and a gradient of the output's shape. */
  const call = (image: Pair, kernel: Pair, stride: Pair = [1, 1], padding = 0): Call => {
    const [channels, count] = twoSizes(random, 1, 3);
    const [rows, cols] = image.map((length, axis) =>
      Math.floor((length + 2 * padding - kernel[axis]!) / stride[axis]! + 1),
    ) as Pair;
    return [
      volume(random, rows, cols, count),
      volume(random, ...image, channels),
      filters(random, [...kernel, channels, count]),
      stride,
      padding,
    ];
  };
  /** An image higher than wide or wider than high, and a kernel, square or not. */
  const draw = (stride?: Pair, padding?: number): Call => {
    const side = random.int(2, 3);
    const kernel = random.pick([[side, side] as Pair, twoSizes(random, 1, 3)]);
    return call(twoSizes(random, 4, 7), kernel, stride, padding);
  };
  const steps = (): Pair => random.pick([[2, 2] as Pair, twoSizes(random, 1, 3)]);

  const settings = [
    { how: 'pas de 1, sans remplissage', points: 0.75, drawn: () => draw() },
    { how: 'remplissage', points: 0.5, drawn: () => draw([1, 1], random.int(1, 3)) },
    { how: 'pas', points: 0.5, drawn: () => draw(steps()) },
    { how: 'pas et remplissage', points: 0.25, drawn: () => draw(steps(), random.int(1, 2)) },
  ];

  const [plain, ...others] = settings.map(({ drawn }) => drawn);
  const dbAgrees = (oracle: AnyFunction, calls: Call[]): Promise<void> =>
    agrees(only(answer, 'db'), only(oracle, 'db'), calls);
  criterion('db, le gradient des biais', 0.25, () => {
    it('additionne toutes les positions, filtre par filtre', () =>
      dbAgrees(right, several(8, plain!)));
    it('est celui que TensorFlow.js trouve en dérivant', () =>
      dbAgrees(tfConv2dBackward, several(4, plain!)));
  });
  criterion('db, quels que soient le pas et le remplissage', 0.25, () => {
    it('additionne toutes les positions, filtre par filtre', () =>
      dbAgrees(
        right,
        others.flatMap((drawn) => several(3, drawn)),
      ));
    it('est celui que donnent des différences centrées', () =>
      dbAgrees(
        convByDifferences,
        others.map((drawn) => drawn()),
      ));
  });

  const parts = [
    { part: 'dw', name: 'dw, le gradient des poids' },
    { part: 'dx', name: 'dx, le gradient de l’image' },
  ] as const;
  for (const { part, name } of parts) {
    const mine = only(answer, part);
    for (const { how, points, drawn } of settings) {
      criterion(`${name} : ${how}`, points, () => {
        it('est juste sur des images et des noyaux rectangulaires', () =>
          agrees(mine, only(right, part), several(12, drawn)));
        it('est celui que TensorFlow.js trouve en dérivant', () =>
          agrees(mine, only(tfConv2dBackward, part), several(5, drawn)));
        it('est celui que donnent des différences centrées', () =>
          agrees(mine, only(convByDifferences, part), several(2, drawn)));
        it('garde les décimales', () => {
          const calls = several(2, () => {
            const [dy, x, w, ...rest] = drawn();
            return [...decimal(random, [dy, x, w]), ...rest];
          });
          return agrees(mine, only(right, part), calls, decimalTolerance);
        });
      });
    }
  }

  criterion('Cas limites', 0.25, () => {
    it('accepte un noyau 1 × 1 ou grand comme l’image, une ligne, une colonne', () =>
      agrees(answer, right, [
        call([3, 4], [1, 1]),
        call([3, 4], [3, 4]),
        call([1, 5], [1, 2]),
        call([5, 1], [2, 1]),
      ]));
    it('accepte un pas plus grand que le noyau, un noyau plus grand que l’image', () =>
      agrees(answer, right, [
        call([5, 7], [1, 2], [3, 4]),
        call([2, 3], [4, 3], [1, 1], 1),
        call([2, 3], [3, 5], [2, 1], 1),
      ]));
  });

  criterion('Entrées intactes', 0.25, () => {
    it('rend dy, x, w et stride comme ils étaient', () => {
      // Read wrongly, ones are right all the same: who is wrong elsewhere does not lose this too.
      const plain: Call = [[[[1]]], [[[1]]], [[[[1]]]], [1, 1], 0];
      return leavesInputs(answer, right, [plain, draw(), draw([2, 1], 2), draw([1, 3], 1)]);
    });
  });

  criterion('Arguments refusés', 0.25, () => {
    it('lève une erreur quand dy n’a pas la forme de la sortie', () => {
      const x = volume(random, 5, 7, 2);
      const w = filters(random, [3, 2, 2, 3]);
      const dy = (...shape: [number, number, number]): unknown[] => [
        volume(random, ...shape),
        x,
        w,
        [2, 3],
        1,
      ];
      return refuses(answer, right, {
        accepted: [dy(3, 3, 3), draw(), draw([2, 1], 1)],
        refused: [dy(2, 3, 3), dy(4, 3, 3), dy(3, 2, 3), dy(3, 4, 3), dy(3, 3, 2), dy(3, 3, 4)],
      });
    });
    it('lève une erreur quand les canaux ne correspondent pas', () => {
      const bank = (channels: number): unknown[] => [
        volume(random, 3, 4, 2),
        volume(random, 4, 5, 3),
        filters(random, [2, 2, channels, 2]),
      ];
      return refuses(answer, right, { accepted: [bank(3)], refused: [bank(2), bank(4), bank(1)] });
    });
  });
}
