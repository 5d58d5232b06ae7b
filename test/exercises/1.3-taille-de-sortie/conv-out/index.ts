import { defineExercise } from '../../exercise';
import { alternatives } from './alternatives';
import { cases } from './cases';
import { hidden } from './hidden';
import { mistakes } from './mistakes';
import { mutants } from './mutants';
import { afterword, hints, lessonSection } from './teaching';

export default defineExercise({
  id: 'ConvOut',
  parameters: { ConvOut: ['N', 'F', 'S', 'P'] },
  publicPoints: 0.75,
  ...{ cases, mistakes, mutants, alternatives, hidden, hints, afterword, lessonSection },
});
