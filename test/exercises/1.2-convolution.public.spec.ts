/** Lesson 1.2, public part: the cases that `check` shows in the notebook count in the grade too. */
import { assertSame, assertThrows, criterion, exercise } from '@convolab/grader/spec';
import { lessonCases } from './1.2-convolution.cases';

const points: Record<string, number> = { conv1d: 0.75, conv2d: 1, filterBank: 1.25 };

for (const [id, { cases }] of Object.entries(lessonCases.exercises)) {
  exercise<string, string>(id, ({ student, solution }) => {
    criterion('Cas publics', points[id]!, () => {
      for (const { name, call = id, args, tolerance, throws } of cases) {
        it(name, async () => {
          if (throws) return assertThrows(() => student[call]!(...structuredClone(args)));
          const answer = await student[call]!(...structuredClone(args));
          assertSame(answer, solution[call]!(...structuredClone(args)), { tolerance });
        });
      }
    });
  });
}
