import { defineExercise } from '../../exercise';
import { alternatives } from './alternatives';
import { cases } from './cases';
import { equivalents } from './equivalents';
import { hidden } from './hidden';
import { mistakes } from './mistakes';
import { mutants } from './mutants';
import { afterword, hints, lessonSection } from './teaching';

export default defineExercise({
  id: 'shiftCurve',
  parameters: {
    shift: ['image', 'd', 'border'],
    shiftCurve: ['classify', 'images', 'labels', 'most'],
    equivarianceGap: ['operation', 'image', 'd', 'border'],
    occlusion: ['score', 'image', 'window', 'fill'],
  },
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
