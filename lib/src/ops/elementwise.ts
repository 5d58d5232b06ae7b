import { Volume } from '../volume/volume';
import { giveBack, kindOf, toVolume } from './kind';
import type { Like, Numbers } from './like';
import { readNumberGradient, readOutputGradient } from './output-gradient';

/** A function of one number; of an option too, where it takes one. */
export type Curve = (x: number) => number;

/** output = f(x), number by number. */
export function mapNumbers<T extends number | Numbers>(input: T, f: Curve): Like<T> {
  if (typeof input === 'number') return f(input) as Like<T>;
  const x = toVolume(input, "l'entrée");
  const output = Volume.zeros(x.shape, x.dtype);
  for (let i = 0; i < x.size; i++) output.data[i] = f(x.data[i]!);
  return giveBack(output, kindOf(input)) as Like<T>;
}

/** dInput = dOutput * f'(x), number by number: the chain rule of a function of one number. */
export function chainRule<T extends number | Numbers>(
  dOutput: number | Numbers,
  input: T,
  derivative: Curve,
  doing: string,
): Like<T> {
  // A zero slope under a negative gradient is -0: adding 0 makes it a plain 0.
  if (typeof input === 'number') {
    return (readNumberGradient(dOutput, "l'entrée", doing) * derivative(input) + 0) as Like<T>;
  }
  const x = toVolume(input, "l'entrée");
  const upstream = readOutputGradient(dOutput, x.shape, doing);
  const dInput = Volume.zeros(x.shape, x.dtype);
  for (let i = 0; i < x.size; i++) dInput.data[i] = upstream.data[i]! * derivative(x.data[i]!) + 0;
  return giveBack(dInput, kindOf(input)) as Like<T>;
}
