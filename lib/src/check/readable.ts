import { isFields, isTyped } from './compare';

/** Far above what any case expects, and soon looked at. */
const maxParts = 200_000;
const maxDepth = 32;

/**
 * Why what a function returned cannot be compared or shown: it holds itself, has far too many values
 * (`new Array(4e9)`), or throws where it is read. French, the end of a sentence; null when it can.
 */
export function whyUnreadable(value: unknown): string | null {
  let left = maxParts;
  const look = (part: unknown, depth: number): void => {
    left -= Array.isArray(part) || isTyped(part) ? part.length : 1;
    if (left < 0) throw new Unreadable('il contient plus de 200 000 valeurs');
    if (depth > maxDepth) throw new Unreadable('il se contient lui-même, ou s’emboîte trop loin');
    if (Array.isArray(part)) part.forEach((inner) => look(inner, depth + 1));
    else if (isFields(part)) Object.values(part).forEach((inner) => look(inner, depth + 1));
  };
  try {
    look(value, 0);
    return null;
  } catch (error) {
    return error instanceof Unreadable ? error.message : 'le lire lève une erreur';
  }
}

class Unreadable extends Error {}
