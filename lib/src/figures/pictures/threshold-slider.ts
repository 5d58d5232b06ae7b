import { histogram } from '../../images/histogram';
import { toBinary } from '../../images/to-binary';
import { Volume } from '../../volume/volume';
import type { Figure } from '../figure';
import { toMatrix, type MatrixInput } from '../matrix-input';
import { Board } from '../paint/board';
import { accent, ink, softInk } from '../paint/colours';
import { sliderOver } from '../paint/controls';
import type { Box } from '../paint/grid';
import { numberText } from '../paint/numbers';
import { drawPhoto, photoView } from '../paint/photo-view';
import { pictureFrame } from '../paint/picture-frame';
import { wordsTrace } from '../paint/traces/words';
import type { PlotlyObject } from '../plotly-object';

const width = 260;
const chartWidth = 200;
const bins = 64;

/**
 * A grey picture, how often each level comes up, and the black and white picture that a threshold
 * makes of it: a slider over thresholds.
 *
 * @param gray [height, width], 0 to 255
 * @param options.thresholds by default 16, 32 … 240
 * @param options.start which is shown first; by default the middle one
 */
export function thresholdSlider(
  gray: MatrixInput,
  options: { thresholds?: readonly number[]; start?: number } = {},
): Figure {
  const thresholds = options.thresholds ?? Array.from({ length: 15 }, (_, i) => 16 * (i + 1));
  const image = Volume.from(toMatrix(gray, "l'image (en gris)"));
  const [rows = 1, columns = 1] = image.shape;
  const height = Math.round(width * Math.min(1.2, rows / columns));
  const counts = histogram(image, { bins }).counts[0] ?? [];
  const grayBox = { x: 24, y: 44, width, height };
  const chartBox = { x: 24 + width + 40, y: 44, width: chartWidth, height: height - 6 };
  const binaryBox = { x: 24 + width + 40 + chartWidth + 30, y: 44, width, height };
  const shots = thresholds.map((threshold) => {
    const binary = toBinary(image, { threshold });
    const white = Array.from(binary.data).filter((value) => value > 0).length;
    return { threshold, white, binary };
  });
  const views = shots.map(({ binary }) => photoView(binary, binaryBox));
  const start = Math.max(
    0,
    options.start === undefined ? shots.length >> 1 : thresholds.indexOf(options.start),
  );

  const build = (): { board: Board; axes: { xaxis: string; yaxis: string } } => {
    const board = new Board(binaryBox.x + width + 24, height + 100);
    const view = views[start];
    if (view !== undefined) board.picture(view.box, view.source);
    drawPhoto(board, grayBox, image);
    board.words([
      { x: grayBox.x + width / 2, y: 22, text: '<b>Niveaux de gris</b>' },
      { x: chartBox.x + chartBox.width / 2, y: 22, text: '<b>Histogramme</b>' },
      { x: binaryBox.x + width / 2, y: 22, text: '<b>Noir et blanc</b>' },
    ]);
    const axes = board.chart(chartBox, {
      x: { range: [0, 256], dtick: 64, title: 'niveau de gris' },
      y: {
        range: [0, Math.max(...counts) * 1.2],
        showticklabels: false,
        ticks: '',
        showgrid: false,
      },
    });
    return { board, axes };
  };
  const { board, axes } = build();
  const changing = (index: number): PlotlyObject[] => {
    const { threshold, white } = shots[index] as (typeof shots)[number];
    return [
      { ...bars(counts, threshold), ...axes },
      { ...thresholdLine(threshold, Math.max(...counts)), ...axes },
      wordsTrace([caption(white, image.size, binaryBox, height)]),
    ];
  };
  const traces = changing(start).map((trace) => board.add(trace));
  const labels = thresholds.map(String);
  const frames = views.map((view, i) =>
    pictureFrame(labels[i] ?? '', [view], { data: changing(i), traces }),
  );
  return board.figure({
    alt: [
      `Image de ${rows} × ${columns} pixels en niveaux de gris, seuillée`,
      ...shots.map(
        ({ threshold, white }) =>
          `Seuil ${threshold} : ${numberText(white)} pixels blancs sur ${numberText(image.size)}, soit ${percent(white, image.size)}`,
      ),
    ].join('\n'),
    frames,
    controls: sliderOver(frames, labels, 'Seuil', { width: board.width, active: start }),
  });
}

/** Levels below the threshold dark, the others light with an edge. */
function bars(counts: readonly number[], threshold: number): PlotlyObject {
  const step = 256 / counts.length;
  const isBelow = counts.map((_, bin) => bin * step + step / 2 < threshold);
  return {
    type: 'bar',
    x: counts.map((_, bin) => (bin + 0.5) * step),
    y: [...counts],
    width: step,
    marker: {
      color: isBelow.map((below) => (below ? ink : '#e6e9ed')),
      line: { width: 0.6, color: softInk },
    },
    hoverinfo: 'text',
    hovertext: counts.map(
      (count, bin) =>
        `niveaux ${bin * step} à ${(bin + 1) * step - 1} : ${numberText(count)} pixels`,
    ),
    showlegend: false,
  };
}

function thresholdLine(threshold: number, most: number): PlotlyObject {
  return {
    type: 'scatter',
    mode: 'lines+text',
    x: [threshold, threshold],
    y: [0, most * 1.2],
    line: { color: accent, width: 3 },
    text: ['', ` seuil ${threshold} `],
    textposition: threshold > 128 ? 'bottom left' : 'bottom right',
    textfont: { color: accent, size: 13 },
    hoverinfo: 'skip',
    showlegend: false,
  };
}

function caption(
  white: number,
  all: number,
  box: Box,
  height: number,
): Parameters<typeof wordsTrace>[0][number] {
  const text = `${percent(white, all)} de blanc, ${percent(all - white, all)} de noir`;
  return { x: box.x + box.width / 2, y: 44 + height + 16, text, size: 12, colour: softInk };
}

const percent = (part: number, all: number): string => `${numberText((100 * part) / all, 1)} %`;
