/** What one network has learned, taken over by another: `@convolab/lib/transfer`. */
export { augmentImage, type ImageChange } from '../training/augment/augment-image';
export {
  augmentation,
  type Augmentation,
  type AugmentationOptions,
} from '../training/augment/augmentation';
export { blocksOf, freeze, unfreezeLast } from './blocks';
export { cutBefore } from './cut-before';
export { extractFeatures, type FeatureOptions } from './features/extract-features';
export { linearHead, withHead, type HeadOptions } from './with-head';
export * from './pretrained';
export * from './matrix';
export * from './study';
