/** Lesson 1.2, hidden part: seeded cases against the reference answers and tfjs. */
import { exercise } from '@convolab/grader/spec';
import { conv1dHidden } from './1.2-convolution/conv1d.hidden';
import { conv2dHidden } from './1.2-convolution/conv2d.hidden';
import { filterBankHidden } from './1.2-convolution/filter-bank.hidden';

exercise('conv1d', conv1dHidden); // 2.25 points
exercise('conv2d', conv2dHidden); // 3 points
exercise('filterBank', filterBankHidden); // 3.75 points
