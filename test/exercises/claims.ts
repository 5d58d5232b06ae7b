/** What several hidden specs claim of a function, whatever it computes. */
import { assertSame, assertThrows } from '@convolab/grader/spec';
import { shapeOf } from '../../lib/src/check/compare';
import type { AnyFunction } from './answer';

type Student = (...args: unknown[]) => Promise<unknown>;

/** Largest difference for values that are no integers; a right answer in float32 stays below. */
export const decimalTolerance = 1e-4;

/** The student's function gives what `right` gives, for each of the argument lists. */
export async function agrees(
  student: Student,
  right: AnyFunction,
  calls: readonly unknown[][],
  tolerance = 0,
): Promise<void> {
  for (const args of calls) {
    const answer = await student(...structuredClone(args));
    assertSame(answer, await right(...structuredClone(args)), { tolerance });
  }
}

/**
 * The student's function throws for each of `refused`, and gives something of the right shape for
 * each of `accepted`: one that throws at everything refuses nothing.
 */
export async function refuses(
  student: Student,
  right: AnyFunction,
  calls: { accepted: readonly unknown[][]; refused: readonly unknown[][] },
): Promise<void> {
  for (const args of calls.accepted) {
    const answer = await student(...structuredClone(args));
    const expected: unknown = await right(...structuredClone(args));
    // What is no array has the shape of a number, nothing at all included.
    assertSame([typeof answer, shapeOf(answer)], [typeof expected, shapeOf(expected)]);
  }
  for (const args of calls.refused) {
    await assertThrows(() => student(...structuredClone(args)));
  }
}

/**
 * The student's function leaves its arguments as they were, and gives the right answer for the
 * first of the calls: one that does nothing spares its inputs too. The door to a sandbox writes
 * into what it was given what the function did to its copies.
 */
export async function leavesInputs(
  student: Student,
  right: AnyFunction,
  calls: readonly [unknown[], ...unknown[][]],
): Promise<void> {
  await agrees(student, right, calls.slice(0, 1));
  for (const args of calls) {
    const given = structuredClone(args);
    await student(...given);
    assertSame(given, args);
  }
}
