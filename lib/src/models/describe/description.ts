import { inspect } from 'node:util';

import { jupyterDisplay, type MimeBundle } from '../../display';
import { impossible, valueText } from '../../errors';
import type { ReceptiveField } from './receptive-field';
import { tableText } from './table-text';

/** A layer of a model. */
export interface DescriptionRow {
  /** Its name; in a model inside the model, `model/layer`. */
  name: string;
  /** Its class: `Conv2D`. */
  type: string;
  /** Of one image: `[224, 224, 64]`. */
  outputShape: number[];
  /** Numbers that the layer holds. */
  parameters: number;
  /** Those of them that are learned. */
  trainable: number;
  /** Multiplications with an addition in convolutions and dense layers, for one image. */
  macs: number;
  /** What one number of the output sees. */
  receptiveField: ReceptiveField;
  /** Memory of the output of one image, in bytes (4 a number). */
  activationBytes: number;
}

/** What all layers come to. */
export interface DescriptionTotals {
  /** Numbers that the model holds. */
  parameters: number;
  /** Those of them that are learned. */
  trainable: number;
  /** Multiplications with an addition in convolutions and dense layers, for one image. */
  macs: number;
  /** Memory of all outputs of one image, in bytes (4 a number). */
  activationBytes: number;
  /** Memory of the parameters, in bytes (4 each). */
  weightBytes: number;
}

/** A model's layers and what they cost. A notebook shows it as a table. */
export class Description {
  /** What all rows come to. */
  readonly totals: DescriptionTotals;

  constructor(
    /** Of the model. */
    readonly name: string,
    /** A row a layer. */
    readonly rows: readonly DescriptionRow[],
  ) {
    const sum = (of: 'parameters' | 'trainable' | 'macs' | 'activationBytes') =>
      rows.reduce((total, row) => total + row[of], 0);
    this.totals = {
      parameters: sum('parameters'),
      trainable: sum('trainable'),
      macs: sum('macs'),
      activationBytes: sum('activationBytes'),
      weightBytes: 4 * sum('parameters'),
    };
  }

  /**
   * The row of a layer.
   *
   * @throws RangeError when the model has no layer of that name
   */
  row(layer: string): DescriptionRow {
    const found = this.rows.find(({ name }) => name === layer);
    if (found !== undefined) return found;
    throw new RangeError(
      impossible(
        `décrire la couche ${valueText(layer)}`,
        `le modèle ${this.name} n’a pas de couche de ce nom`,
        `choisissez parmi ses ${this.rows.length} couches, de ${this.rows[0]?.name} à ${this.rows.at(-1)?.name}`,
      ),
    );
  }

  /** The table as text. */
  toString(): string {
    return tableText(this);
  }

  /** What a notebook shows. */
  [jupyterDisplay](): MimeBundle {
    return { 'text/plain': this.toString() };
  }

  /** What `console.log` shows. */
  [inspect.custom](): string {
    return this.toString();
  }
}
