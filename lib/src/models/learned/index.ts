/** What a model has learned, looked at: filters, maps, occlusion, Grad-CAM; as data, without a figure. */
export { activationsOf } from './activations';
export type { ActivationMap, ActivationsOptions, LayerActivations } from './activations';
export { filtersOf, type Filters } from './filters';
export { gradCamOf, type GradCam, type GradCamOptions } from './grad-cam';
export { occlusionOf, type Occlusion, type OcclusionOptions } from './occlusion';
export { shiftResponseOf, type ShiftResponse, type ShiftResponseOptions } from './shift-response';
export type { OneImage } from './one-image';
