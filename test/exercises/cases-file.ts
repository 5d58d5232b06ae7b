import { encodeValue } from 'nbconvert-ts-runner';
import type { CasesFile, PublicCase, WrongAnswer } from '../../lib/src/check/cases';
import type { CaseSource, ExerciseSource, LessonSource } from './case-source';
import type { AnyFunction, Mistake } from './mistake';
import { formatted } from './formatted';
import { loadReference } from './reference';

/**
 * The public cases of a lesson as notebooks read them: inputs, what the reference gives, and what
 * each known mistake gives where that is something else.
 */
export function buildCasesFile(source: LessonSource): CasesFile {
  const reference = loadReference(source.lesson);
  const exercises: CasesFile['exercises'] = {};
  for (const { id, title, points } of reference.exercises) {
    const exercise = source.exercises[id];
    if (exercise === undefined) {
      throw new Error(
        `Cannot build the cases of '${id}': ${source.lesson}.cases.ts has none; add some.`,
      );
    }
    const { parameters } = exercise;
    const cases = exercise.cases.map((each) => buildCase(id, each, exercise, reference.functions));
    exercises[id] = { title, points, parameters, cases };
  }
  return { lesson: source.lesson, exercises };
}

function buildCase(
  id: string,
  source: CaseSource,
  exercise: ExerciseSource,
  reference: Record<string, AnyFunction>,
): PublicCase {
  const { name, call = id, args, tolerance, throws } = source;
  const right = outputOf(reference[call]!, args);
  if ('threw' in right !== (throws ?? false)) {
    throw new Error(
      `Cannot build the case '${name}' of '${id}': the reference ${'threw' in right ? 'throws' : 'throws nothing'}; ` +
        'mend the case or the reference.',
    );
  }
  return {
    name,
    call,
    args: args.map((arg) => encodeValue(arg)),
    ...('value' in right ? { expected: right.value } : {}),
    ...(tolerance === undefined ? {} : { tolerance }),
    ...(throws === undefined ? {} : { throws }),
    wrong: wrongAnswers(exercise.mistakes, args, right),
  };
}

/** What each mistake gives here, unless that is right or an error. */
function wrongAnswers(mistakes: readonly Mistake[], args: unknown[], right: Output): WrongAnswer[] {
  return mistakes.flatMap(({ name, hint, answer }) => {
    const output = outputOf(answer, args);
    if ('threw' in output || JSON.stringify(output) === JSON.stringify(right)) return [];
    return [{ mistake: name, output: output.value, hint }];
  });
}

type Output = { value: unknown } | { threw: true };

/** What a function gives on copies of the arguments, in wire form. */
function outputOf(answer: AnyFunction, args: unknown[]): Output {
  try {
    return { value: encodeValue(answer(...structuredClone(args))) };
  } catch {
    return { threw: true };
  }
}

/** The file's text: a change of one case is read as one. */
export const casesText = (file: CasesFile): Promise<string> =>
  formatted(JSON.stringify(file), 'cases.json');
