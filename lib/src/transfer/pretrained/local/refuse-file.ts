import { impossible } from '../../../errors';

/** @throws Error in three beats: a model's file is not one, or not whole */
export function refuseFile(
  file: string,
  found: string,
  next = 'enregistrez le modèle de nouveau avec model.save, ou reprenez une copie intacte',
): never {
  throw new Error(impossible(`charger le modèle «\u00a0${file}\u00a0»`, found, next));
}

/** What tfjs says of it, in English, without its stack. */
export function firstLine(error: unknown): string {
  return (error as Error).message.split('\n')[0]!.slice(0, 200);
}
