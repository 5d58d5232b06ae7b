/** Models of students as an exercise sees them: `@convolab/lib/model-door`, for what marks exercises. */
export { onPaper } from '../paper/on-paper';
export { readModel, textOf, UnreadableModel } from './read-model';
export { modelBehind } from '../paper/model-behind';
export { differenceOf } from './differ';
export { outlineOf, type Outline, type OutlineRow } from './outline';
export { answersOf } from './answers';
