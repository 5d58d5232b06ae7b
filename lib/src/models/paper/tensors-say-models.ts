/**
 * Loaded before anything else (`node --require`), in a sandbox whose answers compute with models: as on paper, a tensor
 * between layers stands for the model that leads to it.
 */
import { tensorsSayModels } from './model-behind';

tensorsSayModels();
