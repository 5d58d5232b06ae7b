/** The recap matrix of the course, measured. */
export {
  measureScenarios,
  type MeasureScenariosOptions,
  type ScenarioMeasures,
} from './measure-scenarios';
export { nearestGap } from './nearest-gap';
export { recordedFile, recordedScenarios, type RecordedScenarios } from './recorded';
export { scenarioName, strategyNames } from './scenario';
export type { Choice, Likeness, Measurement, Scenario, Size, Strategy } from './scenario';
export { smallNet } from './small-net';
export { studentInterval, type Interval } from './student-interval';
export { bestStrategies, summarizeScenarios, type Summary, type SummaryRow } from './summarize';
export { trainingMacs } from './training-macs';
