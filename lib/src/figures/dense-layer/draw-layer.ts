import { sheetWidth, type Board } from '../paint/board';
import { softInk } from '../paint/colours';
import { numberText } from '../paint/numbers';
import { wordsTrace } from '../paint/traces/words';
import type { PlotlyObject } from '../plotly-object';
import { linkTraces, weightTags } from './links';
import { sumOf } from './matrix-vector';
import type { Nodes } from './nodes';
import type { LayerNumbers } from './read-layer';

/** Up to so many links in sight, each has its weight written on it. */
const mostTags = 16;
/** Of a larger layer, the links of earlier units would cover the page: they are left out. */
const mostPale = 40;

/** One unit's links over the pale ones of those before it, or, at the last step, all links. */
export function drawStep(
  layer: LayerNumbers,
  nodes: Nodes,
  names: readonly string[],
  step: number,
): PlotlyObject[] {
  const units = layer.output.length;
  const isAll = step === units;
  const shown = isAll ? layer.output.map((_, u) => u) : [step];
  const isCrowd = layer.output.length * layer.input.length > mostPale;
  const pale = isAll || isCrowd ? [] : Array.from({ length: step }, (_, u) => u);
  const [count, inputs] = [shown.length * layer.input.length, layer.input.length];
  const sum = inputs <= 6 ? sumOf(layer, step === units ? 0 : step) : `${inputs} produits + biais`;
  const foot = isAll
    ? `<b>${inputs} × ${units} liens + ${units} biais = ${inputs * units + units} paramètres</b>`
    : `<b>${names[step]} : ${inputs <= 6 ? sum : `${sum} = ${numberText(layer.output[step]!, 4)}`}</b>`;
  return [
    ...linkTraces(layer.weights, nodes, shown, pale),
    ...weightTags(layer.weights, nodes, count <= mostTags ? shown : []),
    nodes.circles(
      layer.output.map((_, u) => nodes.unit(u)),
      layer.output.map((_, u) => shown.includes(u)),
    ),
    wordsTrace([
      ...layer.output.flatMap((value, u) => [
        {
          x: nodes.unit(u)[0],
          y: nodes.unit(u)[1],
          text: isAll || u <= step ? shortText(value, nodes) : '',
          size: nodes.textSize,
        },
        {
          x: nodes.unit(u)[0] + nodes.radius + 10,
          y: nodes.unit(u)[1],
          text: `${names[u]}<span style="color:${softInk}">, biais ${numberText(layer.bias[u]!)}</span>`,
          size: Math.min(13, nodes.textSize + 1),
          align: 'left' as const,
        },
      ]),
      {
        x: sheetWidth / 2,
        y: nodes.bottom + 30,
        text: foot,
        size: Math.min(15, 1250 / foot.length),
      },
    ]),
  ];
}

/** The inputs' circles, their numbers and names: they do not change. */
export function drawInputs(
  board: Board,
  { input }: LayerNumbers,
  nodes: Nodes,
  names: readonly string[],
): void {
  board.add(
    nodes.circles(
      input.map((_, i) => nodes.input(i)),
      input.map(() => true),
    ),
  );
  board.words(
    input.flatMap((value, i) => [
      {
        x: nodes.input(i)[0],
        y: nodes.input(i)[1],
        text: shortText(value, nodes),
        size: nodes.textSize,
      },
      {
        x: nodes.input(i)[0] - nodes.radius - 10,
        y: nodes.input(i)[1],
        text: names[i] ?? '',
        size: Math.min(13, nodes.textSize + 1),
        align: 'right',
      },
    ]),
  );
}

/** A number short enough for its circle. */
function shortText(value: number, { radius }: Nodes): string {
  if (radius > 16) return numberText(value);
  return numberText(value, Math.abs(value) < 10 ? 1 : 0);
}
