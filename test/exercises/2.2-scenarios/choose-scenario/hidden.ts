import { criterion, type ExerciseContext } from '@convolab/grader/spec';
import { agrees, decimalTolerance, leavesInputs, refuses } from '../../claims';
import { several } from '../../draw';
import { cells, interrupted, matrix, measures, trials, type Standing } from './draw';
import { emptyMatrix, far, few, likenesses, sizes, type Matrix, type Measure } from './types';

/** Small enough to see 1.96 for the t of ten seeds; sums may be made in another order. */
const fine = 1e-6;

type Question = [images: number, gap: number, matrix: Matrix];

/** 3.75 points; the public cases are worth 1.25. */
export function hidden({
  student,
  solution,
  random,
}: ExerciseContext<'summarize' | 'chooseScenario'>): void {
  const summarize = (...args: unknown[]): Promise<unknown> => student.summarize(...args);
  const choose = (...args: unknown[]): Promise<unknown> => student.chooseScenario(...args);
  const summaries = (all: Measure[][], tolerance = fine): Promise<void> =>
    agrees(
      summarize,
      solution.summarize,
      all.map((one) => [one]),
      tolerance,
    );
  const choices = (all: Question[]): Promise<void> => agrees(choose, solution.chooseScenario, all);

  const images = (): number => random.pick([random.int(1, few - 1), random.int(few, 60_000)]);
  const gap = (): number => random.pick([random.real(0, far - 0.01), random.real(far, 4)]);
  const question = (standing: Standing): Question => [images(), gap(), matrix(random, standing)];

  criterion('La matrice', 1, () => {
    it('range moyennes, intervalles et durées par situation et par stratégie', () =>
      summaries(
        several(5, () => measures(random)),
        decimalTolerance,
      ));
    it('a l’intervalle de Student, de deux graines à dix', () =>
      summaries(
        [2, 3, 4, 5, 7, 9, 10].map((count) =>
          trials(random, ['small', 'different', 'tout affiner'], count),
        ),
      ));
  });

  criterion('Essais interrompus', 0.5, () => {
    it('ne comptent ni dans la moyenne, ni dans l’intervalle, ni dans la durée', () =>
      summaries(several(5, () => interrupted(random))));
    it('ne se confondent pas avec une exactitude de 0', () =>
      summaries(
        several(2, () => measures(random).map((one, i) => (i < 2 ? { ...one, accuracy: 0 } : one))),
      ));
    it('ne laissent pas de stratégie qui n’a qu’un essai valable, ou aucun', () => {
      const place = ['large', 'different', 'extracteur fixe'] as const;
      const stopped = (count: number): Measure[] =>
        trials(random, place, count).map((one, i) => (i === 1 ? one : { ...one, accuracy: null }));
      const other = trials(random, ['large', 'different', 'de zéro'], 3);
      const none = trials(random, place, 3).map((one) => ({ ...one, accuracy: null }));
      return summaries([[...stopped(3), ...other], [...other, ...none], stopped(2), none]);
    });
  });

  criterion('Mesures refusées', 0.5, () => {
    it('lève une erreur quand une graine revient dans une case, et seulement alors', () => {
      const one = trials(random, ['small', 'similar', 'de zéro'], 3);
      const twice = { ...one[1]!, accuracy: 0.5 };
      return refuses(summarize, solution.summarize, {
        accepted: [
          [one],
          [[...one, { ...twice, strategy: 'tout affiner' }]],
          [[...one, { ...twice, size: 'large' }, { ...twice, likeness: 'different' }]],
        ],
        refused: [[[...one, twice]], [[twice, ...one]], [[...one, { ...twice, accuracy: null }]]],
      });
    });
    it('lève une erreur quand une exactitude n’est pas de 0 à 1', () => {
      const all = measures(random);
      const spoilt = (accuracy: number): unknown[] => [
        all.map((one, i) => (i === 1 ? { ...one, accuracy } : one)),
      ];
      return refuses(summarize, solution.summarize, {
        accepted: [[all], spoilt(0), spoilt(1)],
        refused: [-0.01, 1.01, 87, NaN, Infinity].map(spoilt),
      });
    });
  });

  criterion('La situation', 0.5, () => {
    it('se lit aux quatre coins, et aux seuils', () => {
      const drawn = several(2, () => matrix(random, 'clear'));
      // A strategy of its own in each: whoever looks elsewhere names another one.
      const told = drawn.map((one) => {
        const named = emptyMatrix();
        for (const size of sizes) {
          for (const likeness of likenesses) {
            const all = Object.entries(one[size][likeness]);
            named[size][likeness] = Object.fromEntries(
              all.map(([name, cell]) => [`${name} (${size}, ${likeness})`, cell]),
            );
          }
        }
        return named;
      });
      const places = [1, few - 1, few, few + 1, 40_000];
      const gaps = [0, far - 0.01, far, far + 0.01, 3];
      return choices(
        told.flatMap((one) => places.flatMap((n) => gaps.map((g): Question => [n, g, one]))),
      );
    });
  });

  criterion('La meilleure et ses ex æquo', 0.75, () => {
    it('est la plus haute moyenne, quand elle est seule devant', () =>
      choices(several(6, () => question('clear'))));
    it('est la moins chère de celles que l’intervalle n’en distingue pas', () =>
      choices(several(12, () => question('tied'))));
    it('a pour ex æquo celle dont l’intervalle ne fait que toucher le sien', () => {
      const [front, touching] = several(2, () => random.int(1, 3) / 16);
      const place = { count: random.int(2, 9) };
      const first = { ...place, mean: 0.875, half: front!, seconds: 9 };
      const other = { ...place, mean: 0.875 - front! - touching!, half: touching!, seconds: 2 };
      const drawn = matrix(random, 'clear');
      drawn.large.similar = { 'tout affiner': first, 'extracteur fixe': other };
      return choices([[few, 0, drawn]]);
    });
    it('est la plus haute moyenne des ex æquo qui coûtent autant', () =>
      choices(several(6, () => question('same cost'))));
  });

  criterion('Choix refusés', 0.25, () => {
    it('lève une erreur quand images, gap ou la case ne permettent pas de choisir', () => {
      const [n, g, drawn] = question('tied');
      const bare = { ...drawn, small: { similar: {}, different: cells(random, 'clear') } };
      return refuses(choose, solution.chooseScenario, {
        accepted: [
          [n, g, drawn],
          [1, 0, drawn],
          [10, far, bare],
        ],
        refused: [
          ...[0, -5, 1.5, NaN, Infinity].map((count) => [count, g, drawn]),
          ...[-0.1, NaN, Infinity].map((distance) => [n, distance, drawn]),
          [10, 1, bare],
        ],
      });
    });
  });

  criterion('Entrées intactes', 0.25, () => {
    it('rend les mesures et la matrice comme elles étaient', async () => {
      const sure: [unknown[], ...unknown[][]] = [
        // All exact, however it is added up.
        [
          trials(random, ['large', 'similar', 'de zéro'], 2).map((one) => ({
            ...one,
            accuracy: 0.5,
            seconds: 4,
          })),
        ],
        ...several(3, () => [interrupted(random)]),
      ];
      const first = question('tied');
      const others = several(3, () => question('tied'));
      await leavesInputs(summarize, solution.summarize, sure);
      await leavesInputs(choose, solution.chooseScenario, [first, ...others]);
    });
  });
}
