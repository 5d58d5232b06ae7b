import { inspect } from 'node:util';

import { jupyterDisplay, type MimeBundle } from '../display';
import { shapeCode } from '../errors';
import type { Stage } from './stages';

/** A line of a summary. */
export interface SummaryRow {
  /** `conv2d_2`, with its activation: `conv2d_2 + relu`. */
  name: string;
  /** Of one item. */
  outputShape: readonly number[];
  /** Numbers that are learned or kept. */
  parameters: number;
}

/** A network's layers, their shapes and how much they learn. A notebook shows it as a table. */
export class Summary {
  /** A line a layer. */
  readonly rows: readonly SummaryRow[];
  /** Numbers that are learned. */
  readonly trainable: number;
  /** All numbers: with those that are kept, as moving means. */
  readonly parameters: number;

  constructor(stages: readonly Stage[]) {
    const rows: SummaryRow[] = [];
    let trainable = 0;
    for (const { layer, name, index, specs, outputShape } of stages) {
      let parameters = 0;
      for (const spec of specs) {
        const size = spec.shape.reduce((product, length) => product * length, 1);
        parameters += size;
        if (spec.trainable) trainable += size;
      }
      const own = rows[index];
      if (own === undefined) rows.push({ name, outputShape, parameters });
      else rows[index] = { ...own, name: `${name} + ${layer.type}`, outputShape };
    }
    this.rows = rows;
    this.trainable = trainable;
    this.parameters = rows.reduce((sum, row) => sum + row.parameters, 0);
  }

  /** The table as text. */
  toString(): string {
    const table = [
      ['couche', 'sortie', 'paramètres'],
      ...this.rows.map((row) => [row.name, shapeCode(row.outputShape), String(row.parameters)]),
    ];
    const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => row[column]!.length)));
    const lines = table.map(([name, shape, count]) =>
      [name!.padEnd(widths[0]!), shape!.padEnd(widths[1]!), count!.padStart(widths[2]!)].join('  '),
    );
    const rule = '─'.repeat(widths.reduce((sum, width) => sum + width, 4));
    const kept = this.parameters - this.trainable;
    const total = `${this.parameters} paramètres${kept > 0 ? `, dont ${kept} non appris` : ''}`;
    return [lines[0], rule, ...lines.slice(1), rule, total].join('\n');
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
