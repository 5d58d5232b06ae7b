import { criterion, type ExerciseContext } from '@convolab/grader/spec';
import { agrees, decimalTolerance, leavesInputs, refuses } from '../../claims';
import { decimal, several, twoSizes } from '../../draw';
import { maxPoolByDifferences } from '../differences';
import { tfMaxPoolBackward } from '../tfjs';

type Call = [dy: number[][], x: number[][], size: number, stride: number];

/** 3 points; the public cases are worth 1. */
export function hidden({ student, solution, random }: ExerciseContext<'maxPoolBackward'>): void {
  const answer = (...args: unknown[]): Promise<unknown> => student.maxPoolBackward(...args);
  const right = solution.maxPoolBackward;

  /** The integers from `lo`, in any order: no two cells are equal. */
  const distinct = ([height, width]: readonly [number, number], lo = 1): number[][] => {
    const left = several(height * width, () => 0).map((_, i) => lo + i);
    const take = (): number => left.splice(random.int(0, left.length - 1), 1)[0]!;
    return several(height, () => several(width, take));
  };
  /** Three numbers only: most windows have ties. */
  const tied = ([height, width]: readonly [number, number]): number[][] =>
    several(height, () => several(width, () => random.int(0, 2)));
  /** A gradient of the output's shape, without zero. */
  const call = (x: number[][], size: number, stride: number): Call => {
    const count = (length: number): number => Math.floor((length - size) / stride) + 1;
    const gradient = (): number => random.pick([-1, 1]) * random.int(1, 9);
    return [
      several(count(x.length), () => several(count(x[0]!.length), gradient)),
      x,
      size,
      stride,
    ];
  };
  const sizes = (): [number, number] => twoSizes(random, 4, 8);
  const tiled = (): Call => {
    const size = random.int(2, 3);
    return call(distinct(sizes()), size, size);
  };
  const overlapping = (): Call => {
    const size = random.int(2, 4);
    return call(distinct(sizes()), size, random.int(1, size - 1));
  };

  criterion('Aiguillage vers la gagnante', 1, () => {
    it('donne tout le gradient à la plus grande case de chaque fenêtre', () =>
      agrees(answer, right, several(12, tiled)));
    it('donne ce que TensorFlow.js trouve en dérivant', () =>
      agrees(answer, tfMaxPoolBackward, several(5, tiled)));
    it('donne ce que disent des différences centrées', () =>
      agrees(answer, maxPoolByDifferences, several(3, tiled)));
    it('compare et garde les décimales', () => {
      const calls = several(5, (): Call => {
        const [height, width] = sizes();
        const x = several(height, () => several(width, () => random.real(0, 1)));
        const [dy, ...rest] = call(x, 2, 2);
        return [decimal(random, dy), ...rest];
      });
      return agrees(answer, right, calls, decimalTolerance);
    });
  });

  criterion('Fenêtres qui se chevauchent', 0.75, () => {
    it('additionne les gradients des fenêtres qu’une case a gagnées', () =>
      agrees(answer, right, several(14, overlapping)));
    it('donne ce que TensorFlow.js trouve en dérivant', () =>
      agrees(answer, tfMaxPoolBackward, several(6, overlapping)));
    it('donne ce que disent des différences centrées', () =>
      agrees(answer, maxPoolByDifferences, several(3, overlapping)));
  });

  criterion('Égalités', 0.5, () => {
    const ties = (): Call => {
      const size = random.int(2, 3);
      return call(tied(sizes()), size, size);
    };
    it('donne tout à la première des cases égales, dans l’ordre de lecture', () =>
      agrees(answer, right, several(10, ties)));
    it('départage comme TensorFlow.js', () => agrees(answer, tfMaxPoolBackward, several(6, ties)));
    it('donne le coin d’une région plate à chaque fenêtre', () => {
      const flat = several(4, () => several(6, () => 0));
      return agrees(answer, right, [call(flat, 2, 2), call(flat, 3, 3)]);
    });
  });

  criterion('Cartes négatives, cases sans fenêtre', 0.25, () => {
    it('trouve la gagnante d’une fenêtre toute négative', () => {
      const below = (): Call => {
        const size = random.int(2, 3);
        return call(distinct(sizes(), -100), size, size);
      };
      return agrees(answer, right, several(6, below));
    });
    it('laisse à 0 les cases que le pas saute, ou qui restent au bord', () => {
      const jumping = (): Call => {
        const size = random.int(1, 3);
        return call(distinct(sizes()), size, size + random.int(1, 2));
      };
      return agrees(answer, right, several(10, jumping));
    });
    it('accepte une seule ligne, une seule colonne, une fenêtre grande comme la carte', () =>
      agrees(answer, right, [
        call(distinct([1, 6]), 1, 2),
        call(distinct([6, 1]), 1, 4),
        call(distinct([3, 5]), 3, 2),
        call(distinct([4, 4]), 4, 1),
      ]));
  });

  criterion('Entrées intactes', 0.25, () => {
    it('rend dy et x comme ils étaient', () => {
      // Read wrongly, ones are right all the same: who is wrong elsewhere does not lose this too.
      const plain: Call = [[[1]], [[1]], 1, 1];
      return leavesInputs(answer, right, [plain, tiled(), overlapping()]);
    });
  });

  criterion('Arguments refusés', 0.25, () => {
    it('lève une erreur quand dy n’a pas la forme de la sortie', () => {
      const x = distinct([5, 7]);
      const dy = (rows: number, cols: number): unknown[] => [random.matrix(rows, cols), x, 3, 2];
      return refuses(answer, right, {
        accepted: [dy(2, 3), tiled(), overlapping()],
        refused: [dy(3, 2), dy(1, 3), dy(3, 3), dy(2, 2), dy(2, 4), dy(5, 7), dy(1, 6), dy(6, 1)],
      });
    });
  });
}
