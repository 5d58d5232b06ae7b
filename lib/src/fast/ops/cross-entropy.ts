/**
 * The plain operation reads Volumes of the engine as it is: one logarithm a row leaves nothing to gain.
 */
export { crossEntropy, crossEntropyBackward } from '../../ops/cross-entropy';
