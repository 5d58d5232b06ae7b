import type { CaseSource } from '../../case-source';
import { decimalTolerance as tolerance } from '../../claims';

const statement = [
  ...[30, 60, 90, 255, 255, 0, 0, 255, 10, 10, 11, 255],
  ...[0, 0, 0, 255, 9, 18, 0, 128, 255, 255, 255, 0],
];
const tall = [
  ...[12, 200, 31, 255, 7, 90, 140, 255],
  ...[250, 3, 77, 255, 64, 128, 33, 255],
  ...[1, 2, 4, 255, 180, 90, 21, 255],
];

/** What a student sees of grayByMean. */
export const cases: CaseSource[] = [
  { name: 'un seul pixel', args: [[30, 60, 90, 255], 1, 1] },
  {
    name: 'un pixel dont la moyenne n’est pas un entier',
    args: [[10, 11, 11, 200], 1, 1],
    tolerance,
  },
  { name: 'exemple de l’énoncé, 3 colonnes et 2 lignes', args: [statement, 3, 2], tolerance },
  {
    name: 'exemple de l’énoncé, dans un Uint8Array',
    args: [Uint8Array.from(statement), 3, 2],
    tolerance,
  },
  { name: 'image haute, 2 colonnes et 3 lignes', args: [tall, 2, 3], tolerance },
  { name: 'trois nombres par pixel, sans opacité', args: [[30, 60, 90], 1, 1], throws: true },
];
