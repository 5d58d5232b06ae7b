import { assertSame, criterion, type ExerciseContext } from '@convolab/grader/spec';
import { agrees, decimalTolerance, leavesInputs, refuses } from '../../claims';
import { several } from '../../draw';
import { tfFullBatch } from '../tfjs';
import { asking, fine, listOf } from './asking';
import { alike, diary, evenSizes, linear, oddSizes, ownWeights, type Call } from './draw';

/** 3.75 points; the public cases are worth 1.25. */
export function hidden(context: ExerciseContext<'trainLoop'>): void {
  const { student, solution, random } = context;
  const { asked, agree } = asking(context);
  const [odd, even] = [() => oddSizes(random), () => evenSizes(random)];
  const counted = (calls: Call[]): Promise<void> => {
    const count = ([, { labels }, { epochs, batchSize }]: Call): number =>
      epochs * Math.ceil(labels.length / batchSize);
    return agrees(asked('steps'), (...call: Call) => count(call), calls);
  };
  const usesAll = async (calls: Call[]): Promise<void> => {
    for (const call of calls) {
      const weights = listOf(await asked('weights')(...structuredClone(call)));
      const moved = weights.map((weight) => weight > 0);
      const all = call[1].labels.map(() => true);
      assertSame(moved, all);
    }
  };

  criterion('Pas et époques', 0.5, () => {
    it('fait un pas par lot, à chaque époque', () =>
      counted([
        ...several(4, even).map(([n, batchSize]) => linear(random, n, { batchSize })),
        linear(random, 4, { batchSize: 1, epochs: 1 }),
        linear(random, 5, { batchSize: 5, epochs: 5 }),
      ]));
    it('se sert de chaque exemple', () =>
      usesAll(several(4, even).map(([n, size]) => ownWeights(random, n, size))));
  });

  criterion('Dernier lot incomplet', 0.5, () => {
    it('fait un pas avec les exemples qui restent', async () => {
      const left = several(4, odd).map(([n, batchSize]) => linear(random, n, { batchSize }));
      const calls = [...left, linear(random, 3, { batchSize: 8 })];
      const own = [...several(3, odd), [3, 7] as const].map(([n, size]) =>
        ownWeights(random, n, size),
      );
      await counted(calls);
      await usesAll(own);
    });
    it('divise par le nombre de ces exemples', () => {
      const calls = several(5, odd).map(([n, batchSize]) => alike(random, n, { batchSize }));
      return agree('weights', [...calls, alike(random, 3, { batchSize: 8 })]);
    });
  });

  criterion('Moyenne des gradients', 0.75, () => {
    const whole = (n: number): Call => linear(random, n, { batchSize: n });
    it('suit la moyenne, quand un lot contient toutes les données', () =>
      agree('weights', [1, 2, 5, 7].map(whole)));
    it('donne les mêmes poids que TensorFlow.js', () =>
      agrees(
        asked('weights'),
        ({ args: [start] }: { args: [number[]] }, data: Call[1], options: Call[2]) =>
          tfFullBatch(start, data, options),
        [3, 6].map(whole),
        decimalTolerance,
      ));
  });

  criterion('Mélange', 0.75, () => {
    it('suit un nouvel ordre à chaque époque, et chaque entrée garde son étiquette', () =>
      agree('weights', [...several(4, () => diary(random, 6)), diary(random, 4, { epochs: 3 })]));
    it('refait le même entraînement avec la même graine, et un autre avec une autre', async () => {
      const [model, data, options] = diary(random, 7);
      const seeds = [options.seed, options.seed, options.seed + 1];
      const calls = seeds.map((seed): Call => [model, data, { ...options, seed }]);
      const seen: unknown[] = [];
      for (const call of calls) seen.push(await asked('weights')(...structuredClone(call)));
      assertSame(String(seen[0]) === String(seen[1]), true);
      assertSame(String(seen[0]) === String(seen[2]), false);
      await agree('weights', calls);
    });
  });

  criterion('Perte de chaque époque', 0.5, () => {
    it('est la moyenne des pertes de tous les exemples', () =>
      agree(
        'losses',
        [1, 2, 4, 8].map((batchSize) => diary(random, 8, { batchSize })),
      ));
    it('est mesurée avant les pas, et descend', async () => {
      const call = linear(random, 1, { batchSize: 1, epochs: 4 });
      const losses = listOf(await asked('losses')(...structuredClone(call)));
      const falls = losses.map((loss, epoch) => epoch === 0 || loss < losses[epoch - 1]!);
      assertSame(falls, [true, true, true, true]);
      await agree('losses', [call]);
    });
  });

  criterion('Entraînement complet', 0.25, () => {
    it('donne les poids, les pertes et les pas, quelles que soient les options', async () => {
      const calls = [
        ...[...several(4, odd), ...several(3, even)].map(([n, batchSize]) =>
          linear(random, n, { batchSize }),
        ),
        linear(random, 4, { epochs: 1 }),
        linear(random, 6, { batchSize: 1, epochs: 5 }),
      ];
      await agrees(student.trainLoop, solution.trainLoop, calls, fine);
    });
  });

  criterion('Entrées intactes', 0.25, () => {
    it('rend data et options comme elles étaient', () => {
      const sure: Call = [
        { fixture: 'linearModel', args: [[1]] },
        { inputs: [[1]], labels: [1] },
        { epochs: 1, batchSize: 1, learningRate: 0.5, seed: 1 },
      ];
      const calls = several(4, odd).map(([n, batchSize]) => linear(random, n, { batchSize }));
      return leavesInputs(student.trainLoop, solution.trainLoop, [sure, ...calls]);
    });
  });

  criterion('Arguments refusés', 0.25, () => {
    it('lève une erreur quand les entrées et les étiquettes ne vont pas ensemble', () => {
      const [model, { inputs, labels }, options] = linear(random, 5);
      return refuses(student.trainLoop, solution.trainLoop, {
        accepted: [[model, { inputs, labels }, options], linear(random, 1, { batchSize: 1 })],
        refused: [
          [inputs, labels.slice(1)],
          [inputs.slice(1), labels],
          [inputs, []],
          [[], labels],
          [[], []],
        ].map(([x, y]) => [model, { inputs: x, labels: y }, options]),
      });
    });
    // Last: an answer that checks nothing may loop for ever on a batch of 0.
    it('lève une erreur quand batchSize n’est pas un entier d’au moins 1', () => {
      const [model, data, options] = linear(random, 5);
      return refuses(student.trainLoop, solution.trainLoop, {
        accepted: [[model, data, { ...options, batchSize: 5 }], linear(random, 3)],
        refused: [NaN, 1.5, 0.5, 0, -1].map((batchSize) => [
          model,
          data,
          { ...options, batchSize },
        ]),
      });
    });
  });
}
