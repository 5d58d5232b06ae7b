import type { CaseSource } from '../../case-source';
import { decimalTolerance } from '../../claims';

const pretrained = (shape: number[], filters: number, classes: number) => ({
  fixture: 'pretrained',
  args: [shape, filters, classes],
});
const headless = (shape: number[], filters: number) => ({
  fixture: 'headless',
  args: [shape, filters],
});

/** Three images of 4 x 5, one channel. */
const images = [
  [[1, 0, 0, 2, 1], [0, 3, 0, 0, 1], [0, 0, 1, 1, 0], [2, 0, 0, 0, 1]],
  [[0, 0, 1, 0, 0], [0, 1, 2, 1, 0], [1, 2, 3, 2, 1], [0, 1, 2, 1, 0]],
  [[3, 2, 1, 0, 0], [2, 1, 0, 0, 0], [1, 0, 0, 0, 2], [0, 0, 0, 2, 3]],
].map((image) => image.map((row) => row.map((pixel) => [pixel]))); // prettier-ignore

const two = { classes: 2, steps: 1, rate: 1 };

/** What a student sees of the four functions. */
export const cases: CaseSource[] = [
  {
    name: 'couper : il reste ce que reçoit la dernière couche',
    call: 'cutHead',
    args: [pretrained([6, 5, 1], 2, 10)],
    view: 'model',
  },
  {
    name: 'couper ce qui n’a pas de tête',
    call: 'cutHead',
    args: [headless([6, 5, 1], 2)],
    view: 'model',
    throws: true,
  },
  {
    name: 'extraire : une ligne par image, le dernier lot incomplet',
    call: 'extractFeatures',
    args: [headless([4, 5, 1], 2), images, 2],
    tolerance: decimalTolerance,
  },
  {
    name: 'extraire : un lot par image',
    call: 'extractFeatures',
    args: [headless([4, 5, 1], 2), images, 1],
    tolerance: decimalTolerance,
  },
  {
    name: 'une nouvelle tête de 3 classes, la base gelée',
    call: 'withHead',
    args: [pretrained([6, 5, 1], 2, 10), 3],
    view: 'model',
  },
  {
    name: 'apprendre la tête : l’exemple de l’énoncé',
    call: 'trainHead',
    args: [[[1, 0], [0, 2]], [0, 1], two],
    tolerance: decimalTolerance,
  },
  {
    name: 'trois classes, trois pas',
    call: 'trainHead',
    args: [[[1, 2], [0, 1], [3, 0], [1, 1]], [2, 0, 1, 2], { classes: 3, steps: 3, rate: 0.5 }],
    tolerance: decimalTolerance,
  },
  { name: 'une étiquette de trop', call: 'trainHead', args: [[[1]], [0, 1], two], throws: true },
]; // prettier-ignore
