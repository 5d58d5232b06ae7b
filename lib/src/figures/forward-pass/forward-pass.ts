import { impossible } from '../../errors';
import type { Figure } from '../figure';
import { Board, sheetWidth } from '../paint/board';
import { softInk } from '../paint/colours';
import { sliderOver } from '../paint/controls';
import { sharedRange } from '../paint/matrix-view';
import { extent, listText, numberText } from '../paint/numbers';
import { percentText } from '../softmax/rows';
import { readStage, type ForwardStage, type ReadStage } from './read-stages';
import { bodyHeight, stageTraces, stageWidth, type StageScale } from './stage-view';

export type { ForwardStage } from './read-stages';

const margin = 20;
const middle = 24 + bodyHeight / 2;

/**
 * The way of an image through a network, one picture a layer: the image, the maps, the vectors, the
 * logits, the probabilities. Several images: a slider chooses.
 *
 * Each stage has one colour scale for all images. Vectors of up to 12 numbers are bars, the largest
 * in another colour and bold.
 *
 * @param runs name of an image, and its stages in the order of the computation: the same for all
 * @throws RangeError when there is no run, when two differ in a shape, when all stages together are
 *   too wide, or a stage cannot be drawn
 *
 * @example
 * ```ts
 * forwardPass({ 'un L': [{ name: 'entrée', values: [[1, 0], [1, 1]] }, { name: 'aplatir', values: [1, 0, 1, 1] }] });
 * ```
 */
export function forwardPass(runs: Readonly<Record<string, readonly ForwardStage[]>>): Figure {
  const read = Object.entries(runs).map(([name, stages]) => ({
    name,
    stages: stages.map(readStage),
  }));
  check(read);
  const first = read[0]!.stages;
  const scales = first.map((stage, s): StageScale => {
    const range = sharedRange(read.flatMap((run) => run.stages[s]!.maps));
    if (isShare(stage)) return { scale: 'signed', range: [0, 1] };
    if (stage.kind === 'bars') return { scale: 'signed', range };
    if (stage.kind === 'image' && range[0] >= 0) return { scale: 'grey', range };
    // What ReLU keeps has the colour it had before: orange is above 0 at every stage.
    return { scale: 'signed', range: [-range[1], range[1]] };
  });
  const widths = first.map(stageWidth);
  const used = widths.reduce((sum, width) => sum + width, 2 * margin);
  const gap = Math.min(46, (sheetWidth - used) / Math.max(1, first.length - 1));
  const board = new Board(Math.max(420, used + gap * (first.length - 1)), bodyHeight + 112);
  const lefts = widths.map(
    (_, s) => margin + widths.slice(0, s).reduce((sum, width) => sum + width + gap, 0),
  );
  drawFrame(board, first, lefts, gap);
  const draw = (stages: readonly ReadStage[]): Record<string, unknown>[] =>
    stages.flatMap((stage, s) => stageTraces(stage, { x: lefts[s]!, y: middle }, scales[s]!));
  const traces = draw(first).map((trace) => board.add(trace));
  const frames = read.map(({ name, stages }) => ({ name, data: draw(stages), traces }));
  const labels = read.map(({ name }) => name);
  return board.figure({
    alt: read
      .map(({ name, stages }) => [`${name} :`, ...stages.map(stageWords)].join('\n  '))
      .join('\n'),
    ...(read.length === 1
      ? {}
      : { frames, controls: sliderOver(frames, labels, 'Image', { width: board.width }) }),
  });
}

/** Names and shapes under the stages, arrows between them. */
function drawFrame(
  board: Board,
  stages: readonly ReadStage[],
  lefts: readonly number[],
  gap: number,
): void {
  const foot = 24 + bodyHeight;
  stages.forEach((stage, s) => {
    const centre = lefts[s]! + stageWidth(stage) / 2;
    const words = stage.name.split(' ');
    board.words([
      ...words.map((text, line) => ({ x: centre, y: foot + 20 + line * 15, text, size: 12 })),
      {
        x: centre,
        y: foot + 26 + words.length * 15,
        text: `<b>${stage.shape.join('×')}</b>`,
        size: 11,
        colour: softInk,
      },
    ]);
    if (s === 0 || gap < 14) return;
    board.arrow([lefts[s]! - gap + 3, middle], [lefts[s]! - 3, middle], softInk);
  });
}

function isShare({ kind, maps }: ReadStage): boolean {
  const values = maps[0]!.map((row) => row[0]!);
  const sum = values.reduce((total, value) => total + value, 0);
  return kind === 'bars' && Math.min(...values) >= 0 && Math.abs(sum - 1) < 1e-3;
}

function stageWords(stage: ReadStage): string {
  const values = stage.maps.flat(2);
  const title = `${stage.name} (${stage.shape.join(' × ')})`;
  if (isShare(stage)) return `${title} : ${values.map(percentText).join(', ')}`;
  if (values.length <= 40) return `${title} : ${listText(values)}`;
  const [low, high] = extent([values]);
  return `${title} : valeurs de ${numberText(low)} à ${numberText(high)}`;
}

function check(runs: readonly { name: string; stages: readonly ReadStage[] }[]): void {
  const doing = 'dessiner la passe avant';
  const first = runs[0]?.stages ?? [];
  const shapes = (stages: readonly ReadStage[]): string =>
    stages.map(({ shape }) => `[${shape.join(', ')}]`).join(', ');
  if (first.length === 0) {
    throw new RangeError(
      impossible(doing, "il n'y a aucune étape", 'donnez au moins une image et ses étapes'),
    );
  }
  const other = runs.find(({ stages }) => shapes(stages) !== shapes(first));
  if (other !== undefined) {
    throw new RangeError(
      impossible(
        doing,
        `«\u00a0${other.name}\u00a0» a les formes ${shapes(other.stages)} mais la première image ${shapes(first)}`,
        'donnez les mêmes étapes pour toutes les images',
      ),
    );
  }
  const wide = first.reduce((sum, stage) => sum + stageWidth(stage), 2 * margin);
  if (wide + 6 * (first.length - 1) > sheetWidth) {
    throw new RangeError(
      impossible(
        doing,
        `les ${first.length} étapes prendraient ${wide} pixels de large mais il y en a ${sheetWidth}`,
        'montrez moins d’étapes à la fois',
      ),
    );
  }
}
