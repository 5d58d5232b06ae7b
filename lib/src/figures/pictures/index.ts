/** Figures of images as numbers: lesson 1.1. */
export * from './colour-channels';
export * from './flat-index';
export * from './gray-comparison';
export * from './image-row';
export * from './pixel-zoom';
export * from './prediction-table';
export * from './resolution-slider';
export * from './threshold-slider';
export * from './vision-tasks';
export type { PictureInput } from './picture-input';
