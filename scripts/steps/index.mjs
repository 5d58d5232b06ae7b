import { prerequisites } from './prerequisites.mjs';
import { npmPackages } from './npm-packages.mjs';
import { python } from './python.mjs';
import { tensorflow } from './tensorflow.mjs';
import { build } from './build.mjs';
import { datasets } from './datasets.mjs';

/**
 * Set-up, in order. A step:
 *   name      for messages and logs
 *   title     what it does, in French, for the person who waits
 *   needed(o) false, or true: something is missing. Fast, and starts no process.
 *             o.retry: try again what could not be had last time (`npm run setup` does)
 *             o.extra: optional data sets that are asked for
 *   says(o)   { downloadMB, diskMB, minutes } before it runs; figures of a 2-core machine
 *   run(o)    does it; safe to interrupt and to run again
 */
export const steps = [prerequisites, npmPackages, python, tensorflow, build, datasets];
