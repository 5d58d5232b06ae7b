import { defineExercise } from '../../exercise';
import { alternatives } from './alternatives';
import { cases } from './cases';
import { hidden } from './hidden';
import { mistakes } from './mistakes';
import { mutants } from './mutants';
import { afterword, hints, lessonSection } from './teaching';

export default defineExercise({
  id: 'conv2dBackward',
  parameters: { conv2dBackward: ['dy', 'x', 'w', 'stride', 'padding'] },
  publicPoints: 1.75,
  cases,
  mistakes,
  mutants,
  alternatives,
  hidden,
  hints,
  afterword,
  lessonSection,
});
