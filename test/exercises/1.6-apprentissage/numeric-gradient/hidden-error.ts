import { assertSame, criterion, type SeededRandom } from '@convolab/grader/spec';
import type { AnyFunction } from '../../answer';
import { agrees } from '../../claims';
import { decimal, several } from '../../draw';

/** Errors are ratios of the numbers given: nothing is lost. */
const exact = 1e-9;

/** What is asked of relativeError by itself: 0.5 points. */
export function errorCriterion(
  errorOf: (...args: unknown[]) => Promise<unknown>,
  right: AnyFunction,
  random: SeededRandom,
): void {
  const point = (n: number): number[] => decimal(random, random.vector(n));

  criterion('Erreur relative', 0.5, () => {
    it('rapporte le plus grand écart au plus grand nombre, dans un sens ou dans l’autre', () => {
      const pairs = several(8, () => {
        const n = random.int(1, 6);
        const scale = random.pick([1e-6, 0.01, 1, 1000]);
        return several(2, () => point(n).map((value) => scale * value));
      });
      const zero = pairs[0]!.map((v, i) => (i === 0 ? v : v.map(() => 0)));
      return agrees(errorOf, right, [...pairs, zero, [...zero].reverse()], exact);
    });
    it('donne 0 pour deux gradients égaux, nuls ou non', async () => {
      const some = point(4);
      const calls = [
        [some, [...some]],
        [several(3, () => 0), several(3, () => 0)],
        [[0], [0]],
      ];
      const different = [point(3), point(3)];
      await agrees(errorOf, () => 0, calls);
      await agrees(errorOf, right, [different], exact);
    });
    it('donne Infinity pour un nombre qui n’est pas fini, et seulement alors', async () => {
      const good = [point(3), point(3)] as const;
      const pairs = [NaN, Infinity, -Infinity].flatMap((bad) => {
        const spoilt = [...good[1]];
        spoilt[random.int(0, 2)] = bad;
        return [
          [good[0], spoilt],
          [spoilt, good[0]],
          [spoilt, spoilt],
        ];
      });
      for (const pair of pairs) {
        const error = await errorOf(...structuredClone(pair));
        assertSame(error, Infinity, { allowInfinity: true });
      }
      await agrees(errorOf, right, [[...good]], exact);
    });
  });
}
