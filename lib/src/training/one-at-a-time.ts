import { impossible } from '../errors';

/** The networks that are learning now. */
const learning = new WeakSet<object>();

/**
 * Runs a training of a network unless one is under way: two at once would overwrite what each other
 * learns.
 *
 * @throws Error when one is
 */
export async function oneAtATime<T>(network: object, training: () => Promise<T>): Promise<T> {
  if (Object(network) !== network) return training(); // which says what is wrong with it
  if (learning.has(network)) {
    throw new Error(
      impossible(
        "préparer l'entraînement",
        "un autre entraînement de ce réseau n'est pas terminé",
        'attendez-le avec await, ou interrompez-le',
      ),
    );
  }
  learning.add(network);
  try {
    return await training();
  } finally {
    learning.delete(network);
  }
}
