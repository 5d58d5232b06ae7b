import { impossible } from '../errors';
import { connectedRegions } from '../images/connected-regions';
import { crop, type Rectangle } from '../images/crop';
import { otsuThreshold } from '../images/otsu-threshold';
import { readImage } from '../images/read-image';
import { resize } from '../images/resize';
import { toBinary } from '../images/to-binary';
import { toGray } from '../images/to-gray';
import { Volume } from '../volume/volume';

const side = 28;
const digitSide = 20;
/** Where MNIST has the centre of mass, from the left and from the top: the middle of pixel 14. */
const middle = 14.5;
/** A region smaller than this share of the largest is a speck, not a stroke. */
const smallestStroke = 0.03;

/**
 * Reads a picture of one digit, drawn by hand or on the screen, and makes of it an image like those
 * of MNIST: light ink on black, the digit fitted into 20 by 20 pixels, its centre of mass in the
 * middle of 28 by 28.
 *
 * Dark on light or light on dark, of any size, anywhere in the picture: the ground is what most of
 * the border is. One digit, thick strokes, nothing else in the picture.
 *
 * @param source path of a PNG, JPEG, GIF or BMP, or its bytes, as for {@link readImage}
 * @returns `[28, 28, 1]`, float32, from 0 (ground) to 1 (ink)
 * @throws Error when the picture cannot be read
 * @throws RangeError when nothing is drawn on it
 */
export async function readDigit(source: string | Uint8Array): Promise<Volume> {
  return digitFrom(toGray(await readImage(source)));
}

/**
 * Makes an image like those of MNIST of a grey picture of one digit, see {@link readDigit}.
 *
 * @param gray `[height, width]`, any range
 * @returns `[28, 28, 1]`, float32, from 0 (ground) to 1 (ink)
 * @throws RangeError when the picture is of one grey only
 */
export function digitFrom(gray: Volume): Volume {
  const ink = withoutSpecks(inkOf(gray));
  const box = boxOf(ink);
  const scale = digitSide / Math.max(box.height, box.width);
  const height = Math.max(1, Math.round(box.height * scale));
  const width = Math.max(1, Math.round(box.width * scale));
  return centred(resize(crop(ink, box), height, width));
}

/** How much ink each pixel has, 0 to 1: how far it is from the ground, shadows of the paper taken off. */
function inkOf(gray: Volume): Volume {
  const [height = 0, width = 0] = gray.shape;
  const border = Array.from(gray.data).filter((_, place) => {
    const [row, col] = [Math.floor(place / width), place % width];
    return row === 0 || col === 0 || row === height - 1 || col === width - 1;
  });
  const ground = border.sort((a, b) => a - b)[border.length >> 1] ?? 0;
  const distance = Volume.zeros([height, width], 'float32');
  distance.data.set(gray.data.map((value) => Math.abs(value - ground)));
  const threshold = otsuThreshold(distance);
  if (!(threshold > 0)) {
    throw new RangeError(
      impossible(
        'lire le chiffre',
        "tous les pixels de l'image ont la même valeur",
        "tracez un chiffre d'un trait épais, sombre sur clair ou clair sur sombre",
      ),
    );
  }
  const strokes = Array.from(distance.data).filter((value) => value >= threshold);
  const full = strokes.reduce((sum, value) => sum + value, 0) / strokes.length;
  const shadow = threshold / 4;
  distance.data.forEach((value, place) => {
    distance.data[place] = Math.min(1, Math.max(0, (value - shadow) / (full - shadow)));
  });
  return distance;
}

function withoutSpecks(ink: Volume): Volume {
  const regions = connectedRegions(toBinary(ink, { threshold: 0.5 }));
  const largest = regions[0]?.area ?? 0;
  const strokes = regions.filter(({ area }) => area >= smallestStroke * largest);
  const kept = Volume.zeros(ink.shape, 'float32');
  const [height = 0, width = 0] = ink.shape;
  for (const place of strokes.flatMap(({ pixels }) => pixels)) {
    // A stroke comes with its soft edge, one pixel round it.
    const [row, col] = [Math.floor(place / width), place % width];
    for (let y = Math.max(0, row - 1); y <= Math.min(height - 1, row + 1); y++) {
      for (let x = Math.max(0, col - 1); x <= Math.min(width - 1, col + 1); x++) {
        kept.data[y * width + x] = ink.data[y * width + x] as number;
      }
    }
  }
  return kept;
}

/** The smallest rectangle that holds all the ink. */
function boxOf(ink: Volume): Rectangle {
  const width = ink.shape[1] ?? 0;
  const inked = Array.from(ink.data.keys()).filter((place) => (ink.data[place] as number) > 0);
  const rows = inked.map((place) => Math.floor(place / width));
  const cols = inked.map((place) => place % width).sort((a, b) => a - b);
  const [top = 0, bottom = 0] = [rows[0], rows.at(-1)];
  const [left = 0, right = 0] = [cols[0], cols.at(-1)];
  return { top, left, height: bottom - top + 1, width: right - left + 1 };
}

/** Puts a digit of at most 20 by 20 on 28 by 28, its centre of mass in the middle, its darkest ink at 1. */
function centred(digit: Volume): Volume {
  const [height = 0, width = 0] = digit.shape;
  let [mass, rows, cols, most] = [0, 0, 0, 0];
  for (let place = 0; place < digit.size; place++) {
    const value = digit.data[place] as number;
    mass += value;
    rows += value * (Math.floor(place / width) + 0.5);
    cols += value * ((place % width) + 0.5);
    most = Math.max(most, value);
  }
  const start = (centre: number, length: number): number =>
    Math.min(side - length, Math.max(0, Math.round(middle - centre)));
  const [top, left] = [start(rows / mass, height), start(cols / mass, width)];
  const image = Volume.zeros([side, side, 1], 'float32');
  for (let place = 0; place < digit.size; place++) {
    const [row, col] = [Math.floor(place / width), place % width];
    image.data[(top + row) * side + left + col] = (digit.data[place] as number) / most;
  }
  return image;
}
