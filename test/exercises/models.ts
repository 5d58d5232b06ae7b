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
 * small models, or of large ones made `narrower`.
 *
 * @param seed of the weights and the image
 * @param narrower 16: with a sixteenth of the maps in each layer
 */
export async function bothAnswers(
  answer: unknown,
  right: unknown,
  seed: number,
  narrower = 1,
): Promise<{ got: number[]; expected: number[] }> {
  const { answersOf, textOf } = door();
  const drawn = (): (() => number) => {
    const random = new SeededRandom(String(seed));
    return () => random.real(0, 1);
  };
  const expected = await answersOf(textOf(modelFrom(right)!), drawn(), narrower);
  const got = await reading(async () => answersOf(await textOfHandle(answer), drawn(), narrower));
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
  const model = modelFrom(value);
  return model === undefined ? value : outlineOf(model);
}

/**
 * The student's model is the right one, layer by layer: they compute the same, however they are written. The first
 * difference is told in words.
 *
 * @param right the reference's answer, `built`
 */
export async function assertSameModel(answer: unknown, right: unknown): Promise<void> {
  const { differenceOf, outlineOf } = door();
  const difference = differenceOf(outlineOf(await modelOf(answer)), outlineOf(modelFrom(right)!));
  if (difference !== null) throw new Mismatch(`${capital(difference.reason)}.`, 'value');
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a function of ours gave, as a model: itself, or what leads to the tensor that a block gave. */
export function modelFrom(value: unknown): LayersModel | undefined {
  const { modelBehind, onPaper } = door();
  return onPaper(() => modelBehind(value)) as LayersModel | undefined;
}

/** A model as a sandbox gives it, or a tensor between layers: it stays there, and its methods are called. */
export function behindHandle(value: unknown): unknown {
  const model = modelFrom(value) as unknown as Methods | undefined;
  if (model === undefined) return value;
  return {
    call: (method: string, ...args: unknown[]) => Promise.resolve(model[method]!(...args)),
  };
}

type Methods = Record<string, (...args: unknown[]) => unknown>;
