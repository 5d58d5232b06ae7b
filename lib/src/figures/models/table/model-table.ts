import { byBlock, type GroupedRow } from '../../../models/describe/by-block';
import { describe } from '../../../models/describe/describe';
import { Description } from '../../../models/describe/description';
import type { LayersModel } from '../../../tf/models';
import { HtmlFigure } from '../../html-figure';
import { htmlTable } from './html-table';
import { stillTable } from './still-table';

/** A model of no more layers is shown layer by layer. */
const mostFlat = 30;

/**
 * What a model is made of, as a table: output, parameters, multiplications with an addition, receptive field and
 * memory of each layer. A long model is told stage by stage; a stage unfolds to its blocks, a block to its layers, by
 * the mouse or the keyboard. `describe(model)` gives the same as data.
 *
 * @param model any functional or sequential model, one built on paper (`onPaper`) too
 * @param options.open true: every layer on a line of its own, however many. Default: up to 30 layers
 * @throws Error when a size of the model's images is left open
 *
 * @example
 * ```ts
 * const lines = modelTable(onPaper(() => denseNet({ depth: 201 }))).alt.split('\n');
 * lines.find((line) => line.startsWith('conv4'))!.includes('48\u00a0blocs'); // => true
 * lines.length; // => 21
 * ```
 */
export function modelTable(model: LayersModel, options: { open?: boolean } = {}): HtmlFigure {
  const described = describe(model);
  const { open = described.rows.length <= mostFlat } = options;
  const rows = open ? described.rows.map((row): GroupedRow => ({ ...row, inside: [] })) : byBlock(described.rows); // prettier-ignore
  const alt = new Description(described.name, rows).toString();
  return new HtmlFigure(htmlTable(described, rows), stillTable(described, rows, alt));
}
