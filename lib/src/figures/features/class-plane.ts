import type { FeaturePoint } from './feature-scatter';
import type { Rgb } from '../paint/colours';
import type { Box } from '../paint/grid';
import { pngDataUri } from '../paint/png';
import type { Label } from '../paint/traces/words';

const [columns, rows] = [96, 64];
/** Pixels of the picture for one place of the plane. */
const enlarge = 6;

/**
 * What a classifier answers all over a plane.
 *
 * @param names of the classes
 * @returns the number of the class, row by row from the top; -1 where it is none of the names
 */
export function classPlane(
  [x0, x1]: [number, number],
  [y0, y1]: [number, number],
  names: readonly string[],
  classify: (point: FeaturePoint) => string | number,
): number[][] {
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => {
      const x = x0 + ((column + 0.5) / columns) * (x1 - x0);
      const y = y1 - ((row + 0.5) / rows) * (y1 - y0);
      return names.indexOf(String(classify([x, y])));
    }),
  );
}

/** The plane as a picture, a `data:` address: light tints of the classes, dark lines where two meet. */
export function planeSource(
  answers: readonly (readonly number[])[],
  colours: readonly string[],
): string {
  const border = colours.length + 1;
  const at = (y: number, x: number): number =>
    answers[Math.min(rows - 1, Math.floor(y / enlarge))]?.[
      Math.min(columns - 1, Math.floor(x / enlarge))
    ] ?? -1;
  const pixels = Array.from({ length: rows * enlarge }, (_, y) =>
    Array.from({ length: columns * enlarge }, (__, x) => {
      const here = at(y, x);
      return at(y, x + 1) !== here || at(y + 1, x) !== here ? border : here + 1;
    }),
  );
  const palette: Rgb[] = [[255, 255, 255], ...colours.map(tintOf), [70, 70, 70]];
  return pngDataUri(pixels, palette);
}

/** The name of each class, in the place of its region that is nearest to the region's middle. */
export function planeLabels(
  answers: readonly (readonly number[])[],
  names: readonly string[],
  box: Box,
): Label[] {
  return names.flatMap((name, label) => {
    const places = answers.flatMap((line, y) =>
      line.flatMap((answer, x) => (answer === label ? [{ x, y }] : [])),
    );
    if (places.length < 40) return [];
    const middle = (axis: 'x' | 'y'): number =>
      places.reduce((sum, place) => sum + place[axis], 0) / places.length;
    const [x, y] = [middle('x'), middle('y')];
    const distance = (place: { x: number; y: number }): number =>
      (place.x - x) ** 2 + (place.y - y) ** 2;
    const best = places.reduce((near, place) => (distance(place) < distance(near) ? place : near));
    return {
      x: box.x + ((best.x + 0.5) / columns) * box.width,
      y: box.y + ((best.y + 0.5) / rows) * box.height,
      text: `<b>${name}</b>`,
      size: 30,
      colour: 'rgba(31, 35, 40, 0.55)',
    };
  });
}

function tintOf(colour: string): Rgb {
  const value = Number.parseInt(colour.slice(1), 16);
  const light = (channel: number): number => Math.round(255 - 0.24 * (255 - channel));
  return [light(value >> 16), light((value >> 8) & 255), light(value & 255)];
}
