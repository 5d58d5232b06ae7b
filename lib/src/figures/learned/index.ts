/** Figures of what a model has learned. */
export { activationsByLayer } from './activations-by-layer';
export { gradCam, type GradCamFigureOptions } from './grad-cam';
export { learnedFilters } from './learned-filters';
export { occlusionMap, type OcclusionMapOptions } from './occlusion-map';
export { shiftResponse, type ShiftResponseFigureOptions } from './shift-response';
