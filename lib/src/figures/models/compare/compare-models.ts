import { impossible } from '../../../errors';
import type { LayersModel } from '../../../tf/models';
import type { Figure } from '../../figure';
import { Board, sheetWidth } from '../../paint/board';
import { hairline, softInk } from '../../paint/colours';
import { escaped } from '../../paint/svg';
import type { Label } from '../../paint/traces/words';
import { columns, measured, measuredCatalogue, type Compared } from './measured';
import { drawScatter } from './scatter';

const chart = { x: 106, y: 62, width: sheetWidth - 130, height: 420 };
const tableTop = chart.y + chart.height + 70;
const rowHeight = 19;
/** Right ends of the columns; the first stands at its left end. */
const ends = [20, 200, 296, 404, 530, 614, 704, 800];
const mostModels = 40;

/**
 * Models beside each other: parameters against the work for one image, both by powers of ten, and a table under it.
 * Without models: the twenty of the course, built on paper in some seconds, with the errors that their papers tell.
 *
 * @param models a student's own, by name or as a list: built on paper or not
 * @param options.withCourse true: the twenty of the course beside them. Default: only where no models are given
 * @throws RangeError when there is no model, or there are more than 40
 *
 * @example
 * ```ts
 * const models = [16, 19].map((depth) => onPaper(() => vgg({ depth: depth as 16 })));
 * compareModels(models).alt.split('\n')[1]!.startsWith('vgg16 : '); // => true
 * ```
 */
export function compareModels(
  models?: readonly LayersModel[] | Readonly<Record<string, LayersModel>>,
  options: { withCourse?: boolean } = {},
): Figure {
  const { withCourse = models === undefined } = options;
  const own = isList(models)
    ? models.map((model) => measured(model.name, model))
    : Object.entries(models ?? {}).map(([name, model]) => measured(name, model));
  const all = [...(withCourse ? measuredCatalogue() : []), ...own];
  checkCount(all.length);
  const board = new Board(sheetWidth, tableTop + (all.length + 1) * rowHeight + 34);
  board.words([{ x: 20, y: 22, text: '<b>Paramètres et calcul</b>', size: 15, align: 'left' }]);
  drawScatter(board, chart, all);
  drawTable(board, all);
  return board.figure({ alt: inWords(all) });
}

function isList(
  models: readonly LayersModel[] | Readonly<Record<string, LayersModel>> | undefined,
): models is readonly LayersModel[] {
  return Array.isArray(models);
}

function drawTable(board: Board, models: readonly Compared[]): void {
  const labels: Label[] = [];
  const line = (texts: readonly string[], y: number, bold: boolean): void => {
    for (const [i, text] of texts.entries()) {
      const align = i === 0 ? 'left' : 'right';
      labels.push({ x: ends[i]!, y, text: bold ? `<b>${text}</b>` : text, size: 11.5, align });
    }
  };
  line(columns.map(({ title }) => title), tableTop, true); // prettier-ignore
  for (const [i, model] of models.entries()) {
    const y = tableTop + (i + 1) * rowHeight;
    board.line([[20, y - rowHeight / 2], [sheetWidth - 36, y - rowHeight / 2]], hairline, 1); // prettier-ignore
    line(columns.map(({ cell }) => escaped(cell(model))), y, false); // prettier-ignore
  }
  const foot = tableTop + (models.length + 1) * rowHeight + 10;
  const note = 'Erreur top-5 : ce qu’en dit l’article de chaque réseau ; ils ne découpent pas tous les images de la même façon.'; // prettier-ignore
  if (models.some(({ top5 }) => top5)) labels.push({ x: 20, y: foot, text: note, size: 11, colour: softInk, align: 'left' }); // prettier-ignore
  board.words(labels);
}

function inWords(models: readonly Compared[]): string {
  return [
    'Paramètres et calcul',
    ...models.map((model) => {
      const told = columns.slice(1).map(({ title, cell }) => ({ title, text: cell(model) }));
      const known = told.filter(({ text }) => text !== '' && text !== '–');
      return `${model.name} : ${known.map(({ title, text }) => `${title} ${text}`).join(', ')}`;
    }),
  ].join('\n');
}

function checkCount(count: number): void {
  if (count >= 1 && count <= mostModels) return;
  const found = count === 0 ? 'il n’y en a aucun' : `il y en a ${count}, et au plus ${mostModels} se lisent`; // prettier-ignore
  throw new RangeError(impossible('comparer des modèles', found, 'donnez par exemple compareModels({ petit, grand })')); // prettier-ignore
}
