import * as fastOperations from '../../fast';
import type { Engine } from './engine';
import { plain } from './plain';

/**
 * The same operations in float32 and WebAssembly. What `fast` has not (yet) is taken from the plain
 * ones: they read the engine's memory like any other.
 */
export const fast: Engine = {
  ...plain,
  ...fastOperations,
  name: 'fast',
  dtype: 'float32',
};
