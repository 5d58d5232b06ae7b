import { defineExercise } from '../../exercise';
import { alternatives } from './alternatives';
import { cases } from './cases';
import { equivalents } from './equivalents';
import { hidden } from './hidden';
import { mistakes } from './mistakes';
import { mutants } from './mutants';
import { afterword, hints, lessonSection } from './teaching';

export default defineExercise({
  id: 'batchNorm',
  parameters: { batchNorm: ['x', 'state', 'mode'], factorize: ['kernel'] },
  publicPoints: 1,
  cases,
  mistakes,
  mutants,
  alternatives,
  equivalents,
  hidden,
  hints,
  afterword,
  lessonSection,
});
