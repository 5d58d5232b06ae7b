/** What training is, whoever trains: data sets, options, history, progress, schedules. */
export type { Dataset } from './dataset';
export type { EarlyStopOptions } from './early-stop';
export type { History } from './history';
export type { MetricName } from './metrics';
export type { TrainOptions } from './options';
export type { EpochDone, Progress, StepDone, TrainingBegins } from './progress/progress';
export { cosineSchedule, exponentialSchedule, type Schedule } from './schedule';
