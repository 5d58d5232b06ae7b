import { defineExercise } from '../../exercise';
import { alternatives } from './alternatives';
import { cases } from './cases';
import { equivalents } from './equivalents';
import { hidden } from './hidden';
import { mistakes } from './mistakes';
import { mutants } from './mutants';
import { afterword, hints, lessonSection } from './teaching';

export default defineExercise({
  id: 'chooseScenario',
  parameters: {
    summarize: ['measures'],
    chooseScenario: ['images', 'gap', 'matrix'],
  },
  publicPoints: 1.25,
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
