import type { LayersModel } from '../../../tf/models';
import { sheetWidth } from '../../paint/board';
import { SvgFigure } from '../../svg-figure';
import { closedBoxes, openBoxes } from './boxes';
import { drawSvg } from './draw-svg';
import { sectionsOf } from './fold';
import { inWords } from './in-words';
import { layOut } from './layout';
import { partOf, type Part } from './part';
import { readGraph } from './read-graph';
import { unitsOf } from './units';

/** What of a model is drawn, and how. */
export interface ModelDiagramOptions extends Part {
  /** True: what is repeated is drawn once, « × 8 ». Default: from 30 boxes on. */
  fold?: boolean;
  /** 'closed': a block is one box. Default: where more than 40 boxes would be left. */
  blocks?: 'open' | 'closed';
  /** What stands above. Default: the model's name. */
  title?: string;
}

const mostUnfolded = 30;
const mostOpen = 40;

/**
 * The architecture of a model, drawn from its own graph: a box for each layer that computes (normalisation,
 * activation and dropout go with it), with what comes out of it; branches side by side, shortcuts round what they
 * jump over, « + » where they are added and « concat » where they are put together. It reads from top to bottom,
 * then column by column. It is drawn from the model itself, so also for a student's own; models inside it are
 * opened.
 *
 * @param model any functional or sequential model, one built on paper (`onPaper`) too
 * @throws RangeError when the model has no layer or block of that name
 *
 * @example
 * ```ts
 * const model = onPaper(() => resNet({ depth: 18 }));
 * const added = modelDiagram(model, { block: 'conv2_block1' }).alt.split('\n').at(-1)!;
 * added.split(' : ')[0]; // => '4. conv2_block1_add (+ · ReLU), lit pool1_pool et conv2_block1_2_conv'
 * ```
 */
export function modelDiagram(model: LayersModel, options: ModelDiagramOptions = {}): SvgFigure {
  const units = partOf(unitsOf(readGraph(model)), model.name, options);
  const { fold = units.length > mostUnfolded, title = model.name } = options;
  const open = sectionsOf(openBoxes(units), fold);
  const left = open.reduce((sum, { boxes }) => sum + boxes.length, 0);
  const { blocks = left > mostOpen ? 'closed' : 'open' } = options;
  const sections = blocks === 'open' ? open : sectionsOf(closedBoxes(units), fold);
  const boxes = sections.flatMap((section) => section.boxes);
  const alt = inWords(title, sections);
  return new SvgFigure(drawSvg(boxes, layOut(sections, sheetWidth), title, alt), alt);
}
