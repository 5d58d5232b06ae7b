import { impossible, valueText } from '../errors';
import { Volume } from '../volume/volume';

/** @throws TypeError when something else than a Volume is given for an image */
export function checkImage(image: unknown, doing: string): asserts image is Volume {
  if (image instanceof Volume) return;
  throw new TypeError(
    impossible(
      doing,
      `l'image est ${valueText(image)} mais il faut un Volume`,
      'donnez ce que readImage a rendu, ou Volume.from(tableaux)',
    ),
  );
}
