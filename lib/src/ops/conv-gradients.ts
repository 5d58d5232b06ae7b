import type { Volume } from '../volume/volume';
import { giveBack, kindOf } from './kind';
import type { Like, ListLike } from './like';

/** The gradients of a convolution of an input of type `T` by a kernel of type `K`. */
export interface ConvGradients<T, K> {
  /** Of the input's kind and shape. */
  dInput: Like<T>;
  /** Of the kernel's kind and shape. */
  dKernel: Like<K>;
  /** One number a filter, of the kernel's kind, whether there was a bias or not. */
  dBias: ListLike<K>;
}

/** Gives gradients back in the kinds of what they belong to. */
export function giveBackGradients<T, K>(
  { dInput, dKernel, dBias }: { dInput: Volume; dKernel: Volume; dBias: Volume },
  input: T,
  kernel: K,
): ConvGradients<T, K> {
  return {
    dInput: giveBack(dInput, kindOf(input)) as Like<T>,
    dKernel: giveBack(dKernel, kindOf(kernel)) as Like<K>,
    dBias: giveBack(dBias, kindOf(kernel)) as ListLike<K>,
  };
}
