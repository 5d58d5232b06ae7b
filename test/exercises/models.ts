/**
 * Models of tfjs that students build, as specs see them: made again on this side, from what they say of
 * themselves. tfjs is loaded where a model is met, not for the lessons that have none.
 */
import { Mismatch, SeededRandom, textOfHandle } from '@convolab/grader/spec';
import type { LayersModel } from '@convolab/lib/tf';

// eslint-disable-next-line @typescript-eslint/no-require-imports -- a door is a folder, which import() does not open
const door = () => require('@convolab/lib/model-door') as typeof import('@convolab/lib/model-door');

/**
 * The model that a call brought back, made again here on paper: `describe`, `countParams` and its layers tell all
 * about it, and none of the student's code takes part.
 *
 * @param answer what `student.f(...)` gave: the handle of a model
 * @throws Mismatch when it is none, or one with layers that are not allowed
 */
export async function modelOf(answer: unknown): Promise<LayersModel> {
  const { readModel } = door();
  return reading(async () => readModel(await textOfHandle(answer)));
}

/**
 * What a student's model and the right one give for the same image, with the same weights (see `answersOf`): of
 * small models only.
 *
 * @param seed of the weights and the image
 */
export async function bothAnswers(
  answer: unknown,
  right: LayersModel,
  seed: number,
): Promise<{ got: number[]; expected: number[] }> {
  const { answersOf, textOf } = door();
  const drawn = (): (() => number) => {
    const random = new SeededRandom(String(seed));
    return () => random.real(0, 1);
  };
  const expected = await answersOf(textOf(right), drawn());
  const got = await reading(async () => answersOf(await textOfHandle(answer), drawn()));
  return { got, expected };
}

async function reading<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if ((error as Error).name !== 'UnreadableModel') throw error;
    throw new Mismatch((error as Error).message, 'type');
  }
}

/** What a function of ours builds, on paper: a large model takes no memory. */
export async function built<T>(build: () => T): Promise<Awaited<T>> {
  const { onPaper } = door();
  return await onPaper(build);
}

/** The layers of a model, as a case with `view: 'model'` compares them; what is no model stays as it is. */
export function outlined(value: unknown): unknown {
  const { outlineOf } = door();
  return isModel(value) ? outlineOf(value) : value;
}

const isModel = (value: unknown): value is LayersModel =>
  Array.isArray((value as Partial<LayersModel> | null | undefined)?.layers);

/** A model as a sandbox gives it: it stays there, and its methods are called. */
export const behindHandle = (value: unknown): unknown =>
  isModel(value)
    ? {
        call: (method: string, ...args: unknown[]) =>
          Promise.resolve((value as unknown as Methods)[method]!(...args)),
      }
    : value;

type Methods = Record<string, (...args: unknown[]) => unknown>;
