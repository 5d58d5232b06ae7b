import { StudentDead } from '@convolab/grader/spec';
import type { Exercise } from '../exercise';
import { judge } from '../judge';
import { loadReference, type Reference } from '../reference';
import type { Equivalent } from './equivalent';
import { guardLoops, turnName } from './loop-guard';
import type { AutomaticMutant } from './mutants';

/**
 * What became of a mutant: it lost points; it never ended, which loses them too; it earned them all;
 * it is no program.
 */
export type Fate = 'killed' | 'endless' | 'survived' | 'invalid';

/** What the specs of an exercise are worth against its mutants. */
export interface Trial {
  exercise: string;
  fates: { mutant: AutomaticMutant; fate: Fate; equivalent?: Equivalent }[];
  /** Entries of `equivalents` that name no survivor: no such mutant, or one that is refused. */
  stale: Equivalent[];
}

/** The part of its mutants that an exercise refuses at the least. */
export const enough = 0.95;

/** A mutant whose loops turn so many times as often as the reference's will never end. */
const patience = 5;

/**
 * Judges the mutants of one exercise.
 *
 * @throws Error when the reference itself, guarded in the same way, loses points
 */
export async function tryMutants(
  lesson: string,
  { id, equivalents = [] }: Exercise,
  mutants: readonly AutomaticMutant[],
): Promise<Trial> {
  const itself = await run(lesson, id, Infinity);
  if (itself.fate !== 'survived') {
    throw new Error(
      `Cannot try the mutants of '${id}': the reference itself is ${itself.fate}; mend it or its specs.`,
    );
  }
  const maxTurns = patience * (itself.turns + 100);
  const fates: Trial['fates'] = [];
  for (const mutant of mutants) {
    const { fate } = await run(lesson, id, maxTurns, mutant);
    const equivalent = equivalents.find((each) => isOf(each, mutant));
    fates.push({ mutant, fate, equivalent });
  }
  const survivors = fates.filter(({ fate }) => fate === 'survived');
  const stale = equivalents.filter((each) => !survivors.some(({ mutant }) => isOf(each, mutant)));
  return { exercise: id, fates, stale };
}

/** The part of the mutants that the specs refuse, of those that can be refused; from 0 to 1. */
export function score({ fates }: Trial): number {
  const fair = fates.filter(({ fate, equivalent }) => fate !== 'invalid' && !equivalent);
  return fair.length === 0 ? 1 : 1 - holes(fair).length / fair.length;
}

/** The wrong answers that earn every point. */
export const holes = (fates: Trial['fates']): AutomaticMutant[] =>
  fates
    .filter(({ fate, equivalent }) => fate === 'survived' && !equivalent)
    .map(({ mutant }) => mutant);

const isOf = ({ line, becomes }: Equivalent, mutant: AutomaticMutant): boolean =>
  mutant.line === line && mutant.becomes === becomes;

/** Judges a mutant, or the reference itself; once its turns are spent, every loop of it ends. */
async function run(
  lesson: string,
  exercise: string,
  maxTurns: number,
  mutant?: AutomaticMutant,
): Promise<{ fate: Fate; turns: number }> {
  let turns = 0;
  const countTurn = (): void => {
    if (++turns > maxTurns) throw new StudentDead('boucle sans fin');
  };
  let reference: Reference;
  try {
    reference = loadReference(lesson, {
      edit: (source) => guardLoops(source === mutant?.source ? mutant.text : source),
      globals: { [turnName]: countTurn },
    });
  } catch {
    return { fate: 'invalid', turns };
  }
  const names = reference.exercises.find(({ id }) => id === exercise)?.functions ?? [];
  const functions = Object.fromEntries(names.map((name) => [name, reference.functions[name]!]));
  const name = mutant?.mutator ?? 'the reference';
  // Most mutants lose points in the public cases already: the hidden ones take ten times longer.
  for (const kind of ['public', 'hidden'] as const) {
    const { points, max } = await judge(lesson, { exercise, name, functions }, lesson, [kind]);
    if (turns > maxTurns) return { fate: 'endless', turns };
    if (points < max) return { fate: 'killed', turns };
  }
  return { fate: 'survived', turns };
}
