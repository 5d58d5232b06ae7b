import { impossible } from '../../errors';
import type { Volume } from '../../volume/volume';

/** What stands in the place of numbers that were taken back: whoever touches it is told. */
const freedData = new Proxy(new Float32Array(0), {
  get: refuse,
  set: refuse,
  has: refuse,
  getPrototypeOf: refuse,
  ownKeys: refuse,
});

/**
 * A Volume whose memory was taken back: reading its numbers fails from now on, where they would be
 * those of whatever lies there next. It costs one assignment. A Volume that shares them by `reshape` is
 * not told.
 */
export function markFreed(volume: { data: Volume['data'] }): void {
  volume.data = freedData;
}

/** Was it marked so? */
export function isFreed(volume: Volume): boolean {
  return volume.data === freedData;
}

/** @throws RangeError always */
export function refuse(): never {
  throw new RangeError(
    impossible(
      'lire les nombres de ce Volume',
      'sa mémoire a été libérée',
      'rendez-le de scope, ou gardez-le avec adopt, si vous en avez besoin après',
    ),
  );
}
