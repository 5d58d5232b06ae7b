import { impossible } from '../../errors';
import type { Figure } from '../figure';
import type { MatrixInput } from '../matrix-input';
import { Board, sheetWidth } from '../paint/board';
import { sliderOver } from '../paint/controls';
import { listText, numberText } from '../paint/numbers';
import type { PlotlyObject } from '../plotly-object';
import type { VectorInput } from '../vector-input';
import { drawInputs, drawStep } from './draw-layer';
import { placeNodes, type Nodes } from './nodes';
import { readLayer, type LayerNumbers } from './read-layer';

const most = 24;

/**
 * A dense layer as links: each unit to every input. Orange and unbroken for a weight above zero, blue
 * and dashed below, wider for stronger ones. The slider shows one unit after the other, then all.
 *
 * @param weights W, `[units, inputs]`: a row a unit; at most 24 by 24. The kernel of tfjs is its transpose
 * @param input x, `[inputs]`
 * @param options.bias b, `[units]`; default zeros
 * @param options.inputs names of the inputs; options.units names of the units
 * @returns a figure whose static picture shows the first unit, the second and the whole layer
 * @throws RangeError when the shapes do not go together or are larger
 *
 * @example
 * ```ts
 * denseLinks([[1, -2], [0.5, 3]], [4, 1], { bias: [0, 1] });
 * ```
 */
export function denseLinks(
  weights: MatrixInput,
  input: VectorInput,
  options: {
    bias?: VectorInput;
    inputs?: readonly string[];
    units?: readonly string[];
  } = {},
): Figure {
  const doing = 'dessiner la couche dense';
  const layer = readLayer(weights, input, options.bias, doing);
  const units = layer.output.length;
  const inputs = layer.input.length;
  if (Math.max(units, inputs) > most) {
    throw new RangeError(
      impossible(
        doing,
        `W est de ${units} × ${inputs} mais la figure montre ${most} × ${most} au plus`,
        'donnez une couche plus petite',
      ),
    );
  }
  const names = {
    inputs: options.inputs ?? layer.input.map((_, i) => `x${i + 1}`),
    units: options.units ?? layer.output.map((_, u) => `neurone ${u + 1}`),
  };
  const nodes = placeNodes(inputs, units, sheetWidth);
  const board = new Board(sheetWidth, nodes.bottom + 56);
  const draw = (step: number, shift = 0): PlotlyObject[] => {
    const moved = placeNodes(inputs, units, sheetWidth, shift);
    return drawStep(layer, moved, names.units, step);
  };
  const indices = draw(0).map((trace) => board.add(trace));
  drawInputs(board, layer, nodes, names.inputs);

  const own = options.units ?? layer.output.map((_, u) => String(u + 1));
  const labels = [...own, 'tous'];
  const frames = labels.map((label, step) => ({
    name: `neurone ${label}`,
    data: draw(step),
    traces: indices,
  }));

  const steps = units > 2 ? [0, 1, units] : [0, units];
  const still = new Board(sheetWidth, steps.length * board.height);
  for (const [i, step] of steps.entries()) {
    const shift = i * board.height;
    for (const trace of draw(step, shift)) still.add(trace);
    drawInputs(still, layer, placeNodes(inputs, units, sheetWidth, shift), names.inputs);
  }
  return board.figure({
    alt: [
      `${inputs} entrées, ${units} neurones : ${inputs} × ${units} = ${inputs * units} liens (poids), ${units} biais`,
      `Entrée : ${listText(layer.input)}`,
      ...layer.weights.map(
        (row, u) =>
          `${names.units[u]} : poids ${listText(row)}, biais ${numberText(layer.bias[u]!)}, ` +
          `sortie avant activation ${numberText(layer.output[u]!, 4)}`,
      ),
    ].join('\n'),
    frames,
    controls: sliderOver(frames, labels, 'Neurone', { width: sheetWidth }),
    still: inputs * units > 40 ? allOnly(layer, nodes, names, board.height) : still,
  });
}

/** A large layer's static picture: the whole layer once. */
function allOnly(
  layer: LayerNumbers,
  nodes: Nodes,
  names: { inputs: readonly string[]; units: readonly string[] },
  height: number,
): Board {
  const still = new Board(sheetWidth, height);
  for (const trace of drawStep(layer, nodes, names.units, layer.output.length)) still.add(trace);
  drawInputs(still, layer, nodes, names.inputs);
  return still;
}
