import type { Value } from '../build/value';
import type { Tape } from '../tape';

/** A weight as tfjs's layers hold it. */
export interface LayerWeight {
  readonly name: string;
  readonly shape: (number | null)[];
  read(): { dataSync(): Float32Array };
  write(value: unknown): void;
}

/** What the translation of a layer may look at. */
export interface LayerView {
  /** Of the layer in the model. */
  readonly name: string;
  readonly className: string;
  readonly config: Readonly<Record<string, unknown>>;
  /** Of the batch that comes out, which is null in front. */
  readonly outputShape: readonly (number | null)[];
  /** False: neither its weights nor its statistics change. */
  readonly trainable: boolean;
  /** The value of a weight, by the name of the layer's property: `kernel`, `bias` … */
  weight(property: string): Value;
  /** The same, for a weight that is only there with some options. */
  weightIfAny(property: string): Value | undefined;
  /** Says that, in a training step, this weight becomes that value (moving statistics). */
  assign(property: string, value: Value): void;
  /** @throws UnsupportedError that names the layer */
  refuse(what: string): never;
}

/** Adds a layer to the graph: its inputs are there, its output comes back. */
export type Translation = (tape: Tape, inputs: readonly Value[], layer: LayerView) => Value;

/** Translations by the class name of the layer. */
export type Translations = Record<string, Translation>;
