/** Digits of MNIST as project 1 takes them. */
import { loadMnist } from '@convolab/lib';
import type { Image } from './network';

export interface Digits {
  images: Image[];
  labels: number[];
}

/** Drawn by a seed of ours: students learn from others, and never see the labels of those to test with. */
export function digits(train: number, test: number): { train: Digits; test: Digits } {
  const halves = loadMnist({ train, test, seed: 2718 });
  return { train: asImages(halves.train), test: asImages(halves.test) };
}

/** Three decimals are as much as a byte holds, and a third of what it takes to send them. */
const asImages = ({ images, labels }: ReturnType<typeof loadMnist>['train']): Digits => ({
  labels: [...labels],
  images: labels.map((_, number) =>
    Array.from({ length: 28 }, (_, row) =>
      Array.from({ length: 28 }, (_, col) => Number(images.at(number, row, col, 0).toFixed(3))),
    ),
  ),
});

/** A part of them. */
export const some = ({ images, labels }: Digits, from: number, to: number): Digits => ({
  images: images.slice(from, to),
  labels: labels.slice(from, to),
});
