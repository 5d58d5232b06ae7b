import { existsSync } from 'node:fs';
import path from 'node:path';

import { datasetsFolder } from '../../data/datasets-root';
import { crop } from '../../images/crop';
import { resize } from '../../images/resize';
import { toGray } from '../../images/to-gray';
import { Volume } from '../../volume/volume';
import { loadLocal } from './local/load-local';
import { eachPicture, stacked } from './pictures';
import type { Pictures, Pretrained } from './pretrained';

const name = 'convolab-small';
const side = 28;

/** Where the repo keeps it: `npm run pretrain` writes it. */
export const smallFolder = (): string => path.join(datasetsFolder(), 'pretrained', name);

/** Our own small network, which is always there. */
export const convolabSmall = {
  isHere: (): boolean => existsSync(path.join(smallFolder(), 'model.json')),
  load: async (): Promise<Pretrained> => ({
    ...(await loadLocal({ path: smallFolder() })),
    name,
    prepare: prepareSmall,
    source: 'ConvoLab, npm run pretrain',
  }),
};

/**
 * One channel is taken as the course's data sets have it, from 0 (ground) to 1 (ink); three as `readImage` gives
 * them, from 0 to 255: made grey, the square in the middle.
 */
function prepareSmall(pictures: Pictures): Volume {
  const images = eachPicture('préparer des images pour le réseau', pictures).map((picture) => {
    const [height = 1, width = 1, channels] = picture.shape;
    if (channels === 1) return height === side && width === side ? picture : resize(picture, side, side); // prettier-ignore
    const grey = resize(squareOf(toGray(picture)), side, side);
    return new Volume(
      [side, side, 1],
      Float32Array.from(grey.data, (x) => x / 255),
    );
  });
  return stacked(images);
}

function squareOf(image: Volume): Volume {
  const [height = 1, width = 1] = image.shape;
  const length = Math.min(height, width);
  const middle = (whole: number): number => Math.floor((whole - length) / 2);
  return crop(image, { top: middle(height), left: middle(width), height: length, width: length });
}
