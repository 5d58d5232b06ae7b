/**
 * What the reference learns of 400 digits, seed by seed: the threshold of project 1 lies below all of it.
 *
 *   node --import tsx test/exercises/P1-cnn-sans-bibliotheque/calibrate.ts
 */
import { loadReference } from '../reference';
import { digits } from './digits';
import { accuracyAfter } from './learns';
import type { Network } from './network';

const { functions } = loadReference('P1-cnn-sans-bibliotheque');
const scaled = (by: number) => (seed: number) => {
  const fresh = functions['initialise']!(seed) as Network;
  const scale = (node: unknown): unknown =>
    Array.isArray(node) ? node.map(scale) : (node as number) * by;
  return Object.fromEntries(
    Object.entries(fresh).map(([name, { w, b }]) => [name, { w: scale(w), b }]),
  );
};

async function main(): Promise<void> {
  for (const [how, by] of [
    ['as the reference draws them', 1],
    ['half as large', 0.5],
    ['twice as large', 2],
  ] as const) {
    const found: number[] = [];
    for (let seed = 1; seed <= 5; seed++) {
      const initialise = scaled(by);
      const student = { ...functions, initialise: () => initialise(seed) };
      found.push(await accuracyAfter(student as never, digits(400, 200)));
    }
    console.log(`weights ${how}: ${found.join(', ')}`);
  }
}

void main();
