import type { Translations } from '../model/layer';
import { activationLayers } from './activations';
import { addLayers } from './add';
import { avgPool2dLayers } from './avg-pool2d';
import { batchNormLayers } from './batch-norm';
import { concatenateLayers } from './concatenate';
import { conv1dLayers } from './conv1d';
import { conv2dLayers } from './conv2d';
import { denseLayers } from './dense';
import { depthwiseConv2dLayers } from './depthwise-conv2d';
import { dropoutLayers } from './dropout';
import { globalAvgPool2dLayers } from './global-avg-pool2d';
import { globalMaxPool2dLayers } from './global-max-pool2d';
import { groupedConv2dLayers } from './grouped-conv2d';
import { inputNormalizationLayers } from './input-normalization';
import { localResponseNormLayers } from './local-response-norm';
import { maxPool2dLayers } from './max-pool2d';
import { multiplyLayers } from './multiply';
import { partialConv2dLayers } from './partial-conv2d';
import { radialBasisLayers } from './radial-basis';
import { reshapeLayers } from './reshape';
import { subsampling2dLayers } from './subsampling2d';
import { zeroPad2dLayers } from './zero-pad2d';

/** Every layer the graph knows, by its class name in tfjs. */
export const translations: Translations = {
  ...activationLayers,
  ...addLayers,
  ...avgPool2dLayers,
  ...batchNormLayers,
  ...concatenateLayers,
  ...conv1dLayers,
  ...conv2dLayers,
  ...denseLayers,
  ...depthwiseConv2dLayers,
  ...dropoutLayers,
  ...globalAvgPool2dLayers,
  ...globalMaxPool2dLayers,
  ...groupedConv2dLayers,
  ...inputNormalizationLayers,
  ...localResponseNormLayers,
  ...maxPool2dLayers,
  ...multiplyLayers,
  ...partialConv2dLayers,
  ...radialBasisLayers,
  ...reshapeLayers,
  ...subsampling2dLayers,
  ...zeroPad2dLayers,
};
