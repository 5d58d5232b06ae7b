import { criterion, type ExerciseContext } from '@convolab/grader/spec';
import { agrees, leavesInputs, refuses } from '../../claims';
import { several, twoSizes } from '../../draw';
import { tfLayerCost } from '../tfjs';
import type { ConvLayer, DenseLayer } from '../types';

/** 2.25 points; the public cases are worth 0.75. */
export function hidden({ student, solution, random }: ExerciseContext<'layerCost'>): void {
  const dense = (bias: boolean): DenseLayer => {
    const [input, units] = twoSizes(random, 2, 40);
    return { kind: 'dense', input, units, bias };
  };
  /** An image and a kernel that are not square; a pad of 1 or 2; a stride for each direction. */
  const conv = (change: Partial<ConvLayer> = {}): ConvLayer => {
    const [height, width] = twoSizes(random, 8, 20);
    const [channels, filters] = twoSizes(random, 2, 9);
    return {
      kind: 'conv',
      input: [height, width, channels],
      filters,
      kernel: twoSizes(random, 2, 5),
      stride: twoSizes(random, 1, 3),
      padding: random.int(1, 2),
      groups: 1,
      bias: true,
      ...change,
    };
  };
  /** Channels and filters that `groups` shares, of different counts. */
  const grouped = (bias: boolean): ConvLayer => {
    const groups = random.int(2, 4);
    const [a, b] = twoSizes(random, 2, 5);
    const layer = conv({ groups, bias, filters: groups * b });
    layer.input[2] = groups * a;
    return layer;
  };
  /** One channel a group, one or several filters each. */
  const depthwise = (bias: boolean, each: number): ConvLayer => {
    const channels = random.int(3, 8);
    const layer = conv({ groups: channels, bias, filters: channels * each });
    layer.input[2] = channels;
    return layer;
  };
  const answer = (...args: unknown[]): Promise<unknown> => student.layerCost(...args);
  const right = solution.layerCost;

  criterion('Couche dense', 0.25, () => {
    it('compte poids et biais', () =>
      agrees(
        answer,
        right,
        several(8, () => [dense(random.pick([true, false]))]),
      ));
    it('donne les mêmes nombres que TensorFlow.js', () =>
      agrees(answer, tfLayerCost, [[dense(true)], [dense(false)]]));
  });

  criterion('Convolution', 0.75, () => {
    it('compte les paramètres, les multiplications et la sortie', () =>
      agrees(
        answer,
        right,
        several(12, () => [conv()]),
      ));
    it('donne les mêmes nombres que TensorFlow.js', () =>
      agrees(
        answer,
        tfLayerCost,
        several(4, () => [conv()]),
      ));
    it('accepte un noyau 1 × 1, et un noyau grand comme l’image', () =>
      agrees(answer, right, [
        [conv({ kernel: [1, 1], padding: 0 })],
        [conv({ input: [3, 5, 2], kernel: [3, 5], padding: 0 })],
        [conv({ input: [2, 3, 2], kernel: [4, 5], padding: 1 })],
      ]));
  });

  criterion('Sans biais', 0.25, () => {
    it('ne compte pas de biais quand bias vaut false', () =>
      agrees(
        answer,
        right,
        several(6, () => [conv({ bias: false })]),
      ));
    it('donne les mêmes nombres que TensorFlow.js', () =>
      agrees(answer, tfLayerCost, [[conv({ bias: false })]]));
  });

  criterion('Groupes', 0.5, () => {
    it('partage les canaux entre les groupes', () =>
      agrees(answer, right, [...several(6, () => [grouped(true)]), [grouped(false)]]));
    it('compte une couche depthwise, un ou plusieurs filtres par canal', () =>
      agrees(answer, right, [
        [depthwise(true, 1)],
        [depthwise(false, 1)],
        [depthwise(true, 2)],
        [depthwise(false, 3)],
      ]));
    it('donne les mêmes nombres que des couches de TensorFlow.js côte à côte', () =>
      agrees(answer, tfLayerCost, [[grouped(true)], [depthwise(false, 2)]]));
  });

  criterion('Entrées intactes', 0.25, () => {
    it('rend layer comme il était', () =>
      leavesInputs(answer, right, [
        [conv({ bias: false })],
        [conv()],
        [grouped(true)],
        [dense(true)],
      ]));
  });

  criterion('Arguments refusés', 0.25, () => {
    it('lève une erreur quand les groupes ne tombent pas juste', () => {
      const layer = conv({ input: [8, 9, 6], filters: 4 });
      return refuses(answer, right, {
        accepted: [[{ ...layer, groups: 2 }]],
        refused: [[{ ...layer, groups: 3 }], [{ ...layer, groups: 4 }], [{ ...layer, groups: 5 }]],
      });
    });
    it('lève une erreur quand le noyau ne tient pas dans l’image remplie', () => {
      const layer = conv({ input: [4, 5, 2], padding: 1, stride: [1, 1] });
      return refuses(answer, right, {
        accepted: [[{ ...layer, kernel: [6, 7] }]],
        refused: [
          [{ ...layer, kernel: [7, 3] }],
          [{ ...layer, kernel: [3, 8] }],
          [{ ...layer, kernel: [5, 3], padding: 0 }],
        ],
      });
    });
  });
}
