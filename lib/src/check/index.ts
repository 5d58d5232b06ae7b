/** The door of the exercises: what a notebook imports from `@convolab/lib/check`. */
export { check, type Answer } from './check';
export { hint } from './hint';
export { progress } from './progress';
export { reset } from './reset';
