import { displayLive, inNotebook } from '../../display';
import { Clock } from '../../training/progress/clock';
import { durationText, spentText } from '../../training/progress/words';

/** Told how many images are done, of how many. */
export type FeatureProgress = (done: number, count: number) => void;

/** A notebook's server drops what comes faster than it can pass on. */
const secondsBetweenUpdates = 0.25;

/**
 * A line that changes in place in a notebook; elsewhere nothing.
 *
 * @param now milliseconds of a clock that only goes forward
 */
export function chooseFeatureProgress(
  wanted: boolean | FeatureProgress,
  count: number,
  now?: () => number,
): FeatureProgress {
  if (typeof wanted === 'function') return wanted;
  if (!wanted || !inNotebook()) return () => undefined;
  const clock = new Clock(count, now);
  const text = (end: string) => ({ 'text/plain': `Caractéristiques des images\u00a0: ${end}` });
  const shown = displayLive(text(`0/${count}`));
  let last = clock.elapsed;
  return (done) => {
    if (done === count) shown.update(text(`${count} en ${spentText(clock.elapsed)}`));
    if (done === count || clock.elapsed - last < secondsBetweenUpdates) return;
    last = clock.elapsed;
    shown.update(text(`${done}/${count} · reste ${durationText(clock.left(done)!)}`));
  };
}
