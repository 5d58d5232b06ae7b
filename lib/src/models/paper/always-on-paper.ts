/**
 * Loaded before anything else (`node --require`), it builds every model of a process on paper: what a sandbox
 * does where the models of students are only looked at, so that VGG-19 takes no memory there either.
 */
import { tensorsSayModels } from './model-behind';
import { drawOnPaper } from './on-paper';

drawOnPaper();
tensorsSayModels();
