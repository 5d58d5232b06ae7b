/**
 * The public cases of lesson 1.2, as data: inputs, and the mistakes whose outputs are to be known.
 * `npm run build:cases` adds what the reference and the mistakes give, for the notebooks.
 */
import type { LessonSource } from './case-source';
import { conv1dCases } from './1.2-convolution/conv1d.cases';
import { conv1dMistakes } from './1.2-convolution/conv1d.mistakes';
import { conv2dCases } from './1.2-convolution/conv2d.cases';
import { conv2dMistakes } from './1.2-convolution/conv2d.mistakes';
import { filterBankCases } from './1.2-convolution/filter-bank.cases';
import { filterBankMistakes } from './1.2-convolution/filter-bank.mistakes';

export const lessonCases: LessonSource = {
  lesson: '1.2-convolution',
  exercises: {
    conv1d: {
      parameters: { conv1d: ['x', 'k', 'stride', 'padding'] },
      cases: conv1dCases,
      mistakes: conv1dMistakes,
    },
    conv2d: {
      parameters: { conv2d: ['x', 'k', 'stride', 'padding'] },
      cases: conv2dCases,
      mistakes: conv2dMistakes,
    },
    filterBank: {
      parameters: { filterBank: ['x', 'w', 'b'] },
      cases: filterBankCases,
      mistakes: filterBankMistakes,
    },
  },
};
