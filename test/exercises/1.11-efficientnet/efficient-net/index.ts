import { defineExercise } from '../../exercise';
import { alternatives } from './alternatives';
import { cases } from './cases';
import { equivalents } from './equivalents';
import { hidden } from './hidden';
import { mistakes } from './mistakes';
import { mutants } from './mutants';
import { afterword, hints, lessonSection } from './teaching';

export default defineExercise({
  id: 'efficientNet',
  parameters: {
    roundFilters: ['filters', 'width'],
    compoundScale: ['b'],
    mbConv: ['x', 'block'],
    efficientNet: ['b'],
  },
  publicPoints: 2,
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
