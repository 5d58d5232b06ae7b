/** Right answers written otherwise than the reference; they stand alone, as students would write them. */
import type { Answer } from '../../answer';
import type { Border, Classify, Image, Operation } from './parts';

export const alternatives: Record<string, Answer> = {
  'pieces cut and put together again': {
    shift: (image: Image, d: number, border: Border = 'zero') => {
      if (d % 1 !== 0 || Number.isNaN(d)) throw new Error('d');
      return image.map((row) => {
        const n = row.length;
        if (border === 'wrap') {
          const cut = (((-d % n) + n) % n);
          return [...row.slice(cut), ...row.slice(0, cut)];
        }
        const zeros = new Array<number>(Math.min(n, Math.abs(d))).fill(0);
        return d >= 0 ? [...zeros, ...row].slice(0, n) : [...row.slice(-d), ...zeros];
      });
    },
    shiftCurve: (classify: Classify, images: Image[], labels: number[], most: number) => {
      if (!images.length || images.length !== labels.length) throw new TypeError('images');
      if (!(most >= 0) || !Number.isSafeInteger(most)) throw new TypeError('most');
      const result = [];
      let d = -most;
      do {
        let right = 0;
        for (let i = 0; i < images.length; i++) {
          const moved = images[i]!.map((row) => row.map((_, x) => row[x - d] || 0));
          if (classify(moved) === labels[i]) right++;
        }
        result.push({ accuracy: right / labels.length, d });
        d += 1;
      } while (d <= most);
      return result;
    },
    equivarianceGap: (operation: Operation, image: Image, d: number, border: Border) => {
      const w = image[0]!.length;
      if (Math.floor(d) !== d) throw new Error('d');
      const move = (m: Image): Image =>
        m.map((row) =>
          row.map((_, x) => (border === 'zero' ? (row[x - d] ?? 0) : row[(((x - d) % w) + w) % w]!)),
        );
      const plain = operation(image);
      if (plain.length !== image.length || plain.some((row) => row.length !== w)) throw new Error('size');
      const expected = move(plain).flat();
      return operation(move(image))
        .flat()
        .reduce((most, value, i) => Math.max(most, Math.abs(value - expected[i]!)), 0);
    },
    occlusion: (score: (image: Image) => number, image: Image, window: number, fill?: number) => {
      const [rows, columns] = [image.length - window + 1, image[0]!.length - window + 1];
      if (!(window >= 1) || window % 1 || rows < 1 || columns < 1) throw new Error('window');
      const before = score(image);
      return [...Array(rows).keys()].map((i) =>
        [...Array(columns).keys()].map((j) => {
          const copy = image.map((row) => row.slice());
          for (let k = 0; k < window * window; k++) {
            copy[i + Math.floor(k / window)]![j + (k % window)] = fill ?? 0;
          }
          return before - score(copy);
        }),
      );
    },
  },
  'async, and the image itself covered and restored': {
    shift: async (image: Image, d: number, border?: Border) => {
      await Promise.resolve();
      if (!Number.isInteger(d)) throw new RangeError('d');
      const result = image.map((row) => row.map(() => 0));
      image.forEach((row, y) =>
        row.forEach((value, x) => {
          let to = x + d;
          if (border === 'wrap') to -= Math.floor(to / row.length) * row.length;
          if (to >= 0 && to < row.length) result[y]![to] = value;
        }),
      );
      return result;
    },
    occlusion: async (score: (image: Image) => number, image: Image, window: number, fill = 0) => {
      const [height, width] = [image.length, image[0]!.length];
      if (!Number.isInteger(window) || window <= 0) throw new Error('window');
      if (window > height || window > width) throw new Error('window');
      const falls: number[][] = [];
      const whole = score(image);
      for (let i = 0; i + window <= height; i++) {
        const row: number[] = [];
        for (let j = 0; j + window <= width; j++) {
          const kept = image.slice(i, i + window).map((line) => line.slice(j, j + window));
          kept.forEach((line, y) => line.forEach((_, x) => (image[i + y]![j + x] = fill)));
          row.push(whole - score(image));
          kept.forEach((line, y) => line.forEach((old, x) => (image[i + y]![j + x] = old)));
        }
        falls.push(row);
      }
      return Promise.resolve(falls);
    },
  },
}; // prettier-ignore
