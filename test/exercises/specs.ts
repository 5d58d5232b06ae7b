import { basename } from 'node:path';
import { assertSame, assertThrows, criterion, exercise } from '@convolab/grader/spec';
import { exercisesOf } from './discover';
import { assertSameModel, built } from './models';

/**
 * Declares the specs of a lesson: the public cases of its exercises as criteria of the grade, or
 * their hidden criteria.
 *
 * @param file the spec's own name: `<lesson>.public.spec.ts` or `<lesson>.hidden.spec.ts`
 */
export function declareSpecs(file: string): void {
  const [, lesson, kind] = /^(.+)\.(public|hidden)\.spec\.ts$/.exec(basename(file)) ?? [];
  if (lesson === undefined) {
    throw new Error(
      `Cannot declare the specs of ${file}: its name says neither the lesson nor the kind; ` +
        'call it <lesson>.public.spec.ts or <lesson>.hidden.spec.ts.',
    );
  }
  for (const each of exercisesOf(lesson)) {
    if (kind === 'hidden') exercise<string, string>(each.id, each.hidden);
    else declarePublic(each);
  }
}

/** The cases that `check` shows in the notebook count in the grade too. */
function declarePublic({ id, publicPoints, cases }: ReturnType<typeof exercisesOf>[number]): void {
  exercise<string, string>(id, ({ student, solution }) => {
    criterion('Cas publics', publicPoints, () => {
      for (const { name, call = id, args, tolerance, allowInfinity, throws, view } of cases) {
        it(name, async () => {
          if (throws) return assertThrows(() => student[call]!(...structuredClone(args)));
          const answer = await student[call]!(...structuredClone(args));
          const ask = (): unknown => solution[call]!(...structuredClone(args));
          if (view === 'model') return assertSameModel(answer, await built(ask));
          const right: unknown = await ask();
          assertSame(answer, right, { tolerance, allowInfinity });
        });
      }
    });
  });
}
