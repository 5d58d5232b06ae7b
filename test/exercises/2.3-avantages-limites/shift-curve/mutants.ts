/** Wrong answers beyond the known mistakes: subtle ones, dishonest ones. */
import type { Answer } from '../../answer';
import {
  curveWith,
  gapWith,
  occlusionWith,
  places,
  refuseSets,
  rightShift,
  rightSource,
  shiftBy,
  type Border,
  type Classify,
  type Image,
} from './parts';

const names = ['shift', 'shiftCurve', 'equivarianceGap', 'occlusion'] as const;
const all = (answer: () => unknown): Answer =>
  Object.fromEntries(names.map((name) => [name, answer]));

/** The covered pixels stay covered. */
function forgetful(score: (image: Image) => number, image: Image, window: number, fill = 0) {
  const whole = score(image);
  const copy = image.map((row) => [...row]);
  return occlusionWith({
    fall: () => whole,
    inside: (y, x, top, left, side) => {
      const inside = y >= top && y < top + side && x >= left && x < left + side;
      if (inside) copy[y]![x] = fill;
      return inside;
    },
  })(score, image, window, fill);
}

export const mutants: Record<string, Answer> = {
  'wraps once, no further': {
    shift: shiftBy((image, y, x, d, border) => {
      const width = image[y]!.length;
      const from = x - d;
      if (border === 'zero') return image[y]![from];
      return image[y]![from < 0 ? from + width : from >= width ? from - width : from];
    }),
  },
  'wraps to the left only': {
    shift: shiftBy((image, y, x, d, border) =>
      rightSource(image, y, x, d, d < 0 ? border : 'zero'),
    ),
  },
  'repeats the border': {
    shift: shiftBy((image, y, x, d, border) =>
      border === 'wrap'
        ? rightSource(image, y, x, d, border)
        : image[y]![Math.min(Math.max(x - d, 0), image[y]!.length - 1)],
    ),
  },
  'takes the height for the width': {
    shift: shiftBy((image, y, x, d, border) => {
      const side = image.length;
      return border === 'wrap' ? image[y]![(((x - d) % side) + side) % side] : image[y]![x - d];
    }),
  },
  'shifts the first row only': {
    shift: shiftBy((image, y, x, d, border) =>
      y === 0 ? rightSource(image, y, x, d, border) : image[y]![x],
    ),
  },
  'rolls by default': {
    shift: (image: Image, d: number, border: Border = 'wrap') => rightShift(image, d, border),
  },
  'writes into the image': {
    shift: (image: Image, d: number, border: Border = 'zero') => {
      const moved = rightShift(image, d, border);
      image.forEach((row, y) => row.forEach((_, x) => (row[x] = moved[y]![x]!)));
      return image;
    },
  },
  'refuses to go left': {
    shift: (image: Image, d: number, border: Border = 'zero') => {
      if (d < 0) throw new RangeError('d');
      return rightShift(image, d, border);
    },
  },
  'refuses fractions above 1 only': {
    shift: (image: Image, d: number, border: Border = 'zero') => {
      if (d > 1 && d % 1 !== 0) throw new RangeError('d');
      return rightShift(image, Math.round(d), border);
    },
  },
  'is the same on both sides': {
    shiftCurve: curveWith({ shift: (image, d) => rightShift(image, Math.abs(d)) }),
  },
  'never shifts': { shiftCurve: curveWith({ shift: (image) => image }) },
  'shifts the wrong way': { shiftCurve: curveWith({ shift: (image, d) => rightShift(image, -d) }) },
  'goes from the right to the left': {
    shiftCurve: curveWith({ places: (most) => places(most).reverse() }),
  },
  'shifts what is shifted already': {
    shiftCurve: (classify: Classify, images: Image[], labels: number[], most: number) => {
      refuseSets(images, labels, most);
      let moved = images.map((image) => rightShift(image, -most));
      return places(most).map((d) => {
        const right = moved.filter((image, i) => classify(image) === labels[i]).length;
        moved = moved.map((image) => rightShift(image, 1));
        return { d, accuracy: right / images.length };
      });
    },
  },
  'divides by the number of classes': {
    shiftCurve: (classify: Classify, images: Image[], labels: number[], most: number) =>
      curveWith({ accuracy: (right) => right / new Set(labels).size })(classify, images, labels, most),
  },
  'compares with what was said without a shift': {
    shiftCurve: (classify: Classify, images: Image[], labels: number[], most: number) => {
      refuseSets(images, labels, most);
      return curveWith()(classify, images, images.map(classify), most);
    },
  },
  'rounds to one decimal': {
    shiftCurve: curveWith({ accuracy: (right, count) => Math.round((10 * right) / count) / 10 }),
  },
  'gives accuracies without their shift': {
    shiftCurve: (classify: Classify, images: Image[], labels: number[], most: number) =>
      (curveWith()(classify, images, labels, most) as { accuracy: number }[]).map((one) => one.accuracy),
  },
  'takes a most of -1': {
    shiftCurve: (classify: Classify, images: Image[], labels: number[], most: number) =>
      most < 0 ? [] : curveWith()(classify, images, labels, most),
  },
  'takes fewer labels than images': {
    shiftCurve: (classify: Classify, images: Image[], labels: number[], most: number) => {
      if (images.length === 0 || labels.length > images.length) throw new RangeError('images');
      return curveWith()(classify, images.slice(0, labels.length), labels, most);
    },
  },
  'sorts the labels': {
    shiftCurve: (classify: Classify, images: Image[], labels: number[], most: number) => {
      const curve = curveWith()(classify, images, labels, most);
      labels.sort((a, b) => b - a);
      return curve;
    },
  },
  'takes the mean gap': {
    equivarianceGap: gapWith({ gathered: (gaps) => gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length }),
  },
  'takes the squared gap': { equivarianceGap: gapWith({ gap: (a, b) => (a - b) ** 2 }) },
  'counts the differences': {
    equivarianceGap: gapWith({ gathered: (gaps) => gaps.filter((gap) => gap > 0).length }),
  },
  'leaves out the border': {
    equivarianceGap: gapWith({ gathered: (gaps) => Math.max(0, ...gaps.slice(1, -1)) }),
  },
  'says yes or no': { equivarianceGap: gapWith({ gathered: (gaps) => Math.max(...gaps) === 0 }) },
  'is always 0': { equivarianceGap: gapWith({ gathered: () => 0 }) },
  'does not shift the image': { equivarianceGap: gapWith({ before: (image) => image }) },
  'compares nothing shifted': {
    equivarianceGap: gapWith({ before: (image) => image, after: (map) => map }),
  },
  'takes smaller maps': {
    equivarianceGap: (operation: (image: Image) => Image, image: Image, d: number, border: Border) => {
      if (operation(image).length > image.length) throw new RangeError('size');
      const map = operation(image);
      if (map.length < image.length) return 0;
      return gapWith()(operation, image, d, border);
    },
  },
  'checks the rows of the map alone': {
    equivarianceGap: (operation: (image: Image) => Image, image: Image, d: number, border: Border) => {
      const map = operation(image);
      if (map.length !== image.length) throw new RangeError('rows');
      return map[0]!.length === image[0]!.length ? gapWith()(operation, image, d, border) : 0;
    },
  },
  'leaves what was covered covered': { occlusion: forgetful },
  'takes the absolute fall': { occlusion: occlusionWith({ fall: (whole, covered) => Math.abs(whole - covered) }) },
  'gives only what falls': { occlusion: occlusionWith({ fall: (whole, covered) => Math.max(0, whole - covered) }) },
  'gives the fall as a part': { occlusion: occlusionWith({ fall: (whole, covered) => (whole - covered) / whole }) },
  'covers a pixel too many': {
    occlusion: occlusionWith({
      inside: (y, x, top, left, window) =>
        y >= top && y <= top + window && x >= left && x <= left + window,
    }),
  },
  'covers around the place': {
    occlusion: occlusionWith({
      inside: (y, x, top, left, window) =>
        Math.abs(y - top) <= window / 2 && Math.abs(x - left) <= window / 2,
    }),
  },
  'covers whole rows': {
    occlusion: occlusionWith({ inside: (y, _, top, __, window) => y >= top && y < top + window }),
  },
  'has rows and columns the wrong way round': {
    occlusion: occlusionWith({
      inside: (y, x, top, left, window) =>
        x >= top && x < top + window && y >= left && y < left + window,
    }),
  },
  'fills with the mean': {
    occlusion: occlusionWith({
      fill: (given, image) => given || image.flat().reduce((sum, v) => sum + v, 0) / image.flat().length,
    }),
  },
  'takes a window of 0': {
    occlusion: (score: (image: Image) => number, image: Image, window: number, fill = 0) =>
      window === 0 ? [] : occlusionWith()(score, image, window, fill),
  },
  'takes a window of 1.5': {
    occlusion: (score: (image: Image) => number, image: Image, window: number, fill = 0) =>
      occlusionWith()(score, image, window > 1 ? Math.floor(window) : window, fill),
  },
  'checks the height alone': {
    occlusion: (score: (image: Image) => number, image: Image, window: number, fill = 0) => {
      if (window > image.length) throw new RangeError('window');
      return window > image[0]!.length ? [] : occlusionWith()(score, image, window, fill);
    },
  },
  'covers the image itself': {
    occlusion: (score: (image: Image) => number, image: Image, window: number, fill = 0) => {
      const falls = occlusionWith()(score, image, window, fill);
      image[0]![0] = fill;
      return falls;
    },
  },
  'gives NaN': all(() => NaN),
  'returns nothing': all(() => undefined),
  'throws at everything': all(() => {
    throw new RangeError('no');
  }),
  'is the untouched stub': all(() => {
    throw new Error('shift : à compléter.');
  }),
}; // prettier-ignore
