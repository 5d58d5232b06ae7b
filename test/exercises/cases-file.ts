import { encodeArgument, encodeValue } from 'nbconvert-ts-runner';
import type { CasesFile, PublicCase, WrongAnswer } from '../../lib/src/check/cases';
import { compare } from '../../lib/src/check/compare';
import { decodeWire } from '../../lib/src/check/wire';
import { functionsOf, type AnyFunction } from './answer';
import type { CaseSource } from './case-source';
import { exercisesOf } from './discover';
import type { Exercise } from './exercise';
import { formatted } from './formatted';
import { built, outlined } from './models';
import { loadReference, takesFixtures, type Reference } from './reference';
import { stubsOf } from './stubs';

/**
 * The public cases of a lesson as notebooks read them: inputs, what the reference gives, what each
 * known mistake gives where that is something else, and what is taught around them.
 */
export async function buildCasesFile(lesson: string): Promise<CasesFile> {
  const reference = loadReference(lesson);
  const exercises: CasesFile['exercises'] = {};
  for (const exercise of exercisesOf(lesson)) {
    const { id, publicPoints, parameters, hints, afterword, lessonSection } = exercise;
    const { title, points, bonus, imports, types } = reference.exercises.find(
      (each) => each.id === id,
    )!;
    const cases: PublicCase[] = [];
    for (const each of exercise.cases) {
      cases.push(await buildCase(each, exercise, reference));
    }
    exercises[id] = {
      ...{ title, points, publicPoints, imports: [...imports], parameters },
      ...(bonus && { bonus }),
      ...(types && { types }),
      ...{ hints: [...hints], afterword, lessonSection, stubs: stubsOf(lesson, id), cases },
    };
  }
  return { lesson, exercises };
}

async function buildCase(
  source: CaseSource,
  { id, mistakes }: Exercise,
  { functions, scope }: Reference,
): Promise<PublicCase> {
  const { name, call = id, args, tolerance, throws, view } = source;
  const right = await outputOf(functions[call]!, args, view);
  if ('threw' in right !== (throws ?? false)) {
    throw new Error(
      `Cannot build the case '${name}' of '${id}': the reference ${'threw' in right ? `throws "${right.threw}"` : 'throws nothing'}; ` +
        'mend the case or the reference.',
    );
  }
  const wrong: WrongAnswer[] = [];
  for (const { name: mistake, hint, answer } of mistakes) {
    const mistaken = functionsOf(id, answer)[call];
    if (mistaken === undefined) continue;
    const output = await outputOf(takesFixtures(mistaken, scope), args, view);
    if ('threw' in output || same(output, right, tolerance)) continue;
    wrong.push({ mistake, output: output.value, hint });
  }
  return {
    name,
    call,
    args: args.map((arg) => encodeArgument(arg)),
    ...('value' in right ? { expected: right.value } : {}),
    ...(tolerance === undefined ? {} : { tolerance }),
    ...(throws === undefined ? {} : { throws }),
    ...(view === undefined ? {} : { view }),
    wrong,
  };
}

type Output = { value: unknown } | { threw: string };

/** Whether `check` takes an output for right: its last bits may differ. */
const same = (output: { value: unknown }, right: Output, tolerance?: number): boolean =>
  'value' in right &&
  compare(decodeWire(output.value), decodeWire(right.value), tolerance) === null;

/** What a function gives on copies of the arguments, in wire form. */
async function outputOf(
  answer: AnyFunction,
  args: unknown[],
  view?: CaseSource['view'],
): Promise<Output> {
  try {
    const call = (): unknown => answer(...structuredClone(args));
    const value = view === 'model' ? outlined(await built(call)) : await call();
    return { value: encodeValue(value) };
  } catch (error) {
    return { threw: (error as Error).message };
  }
}

/** The file's text: a change of one case is read as one. */
export const casesText = (file: CasesFile): Promise<string> =>
  formatted(JSON.stringify(file), 'cases.json');
