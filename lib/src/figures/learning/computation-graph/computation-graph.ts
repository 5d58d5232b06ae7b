import type { Figure } from '../../figure';
import { Board } from '../../paint/board';
import { accent, ink, seriesColours, softInk } from '../../paint/colours';
import { sliderOver } from '../../paint/controls';
import { numberText, termText } from '../../paint/numbers';
import { arrowTraces, polygonTrace } from '../../paint/traces/lines';
import { wordsTrace, type Label } from '../../paint/traces/words';
import type { PlotlyObject } from '../../plotly-object';
import {
  evaluateGraph,
  type EvaluatedNode,
  type GraphNode,
} from '../../../learning/evaluate-graph';
import { graphOps } from '../../../learning/graph-ops';
import { nodeWidth, placeNodes, type NodePlace } from './graph-layout';

const half = { x: nodeWidth / 2, y: 30 };
const orange = seriesColours[1];

/**
 * A computation as a graph, played frame by frame: values forward, from left to right, then gradients
 * backward, each the gradient that arrives times the local derivative. In each node: what it is, its
 * value and, under a line, how fast the last node changes with it.
 *
 * @param nodes by name, each a number or `[operation, ...names]`, arguments first; the operations are
 *   `'+'`, `'-'`, `'*'`, `'relu'`, `'sigmoid'`, `'-log'`, `'square'`. The last node is what is differentiated.
 * @throws RangeError when a node does not make sense
 *
 * @example
 * ```ts
 * computationGraph({ x: 3, w: 2, p: ['*', 'w', 'x'] }).alt.split('\n').slice(-3);
 * // => ['dp/dp = 1', 'dp/dw = 1 × 3 = 3', 'dp/dx = 1 × 2 = 2']
 * ```
 */
export function computationGraph(nodes: Record<string, GraphNode>): Figure {
  const evaluated = evaluateGraph(nodes);
  const { places, width, height } = placeNodes(evaluated);
  const board = new Board(width, height + 8);
  for (const node of evaluated) {
    for (const from of node.from) drawEdge(board, places[from]!, places[evaluated.indexOf(node)]!);
  }
  const forward = evaluated.flatMap((node, i) => (node.from.length > 0 ? [i] : []));
  const backward = evaluated.map((_, i) => i).reverse();
  const shots = [
    ...forward.map((at, i) => ({
      at,
      values: new Set([...given(evaluated), ...forward.slice(0, i + 1)]),
      gradients: new Set<number>(),
    })),
    ...backward.map((at, i) => ({
      at,
      values: new Set(backward),
      gradients: new Set(backward.slice(0, i + 1)),
    })),
  ];
  const draw = ({ at, values, gradients }: (typeof shots)[number]): PlotlyObject[] => {
    const words: Label[] = evaluated.flatMap((node, i) => {
      const { x, y } = places[i]!;
      const title = node.op === undefined ? node.name : `${node.name} : ${graphOps[node.op].sign}`;
      const labels: Label[] = [{ x, y: y - 17, text: `<b>${title}</b>`, size: 12 }];
      if (values.has(i)) labels.push({ x, y: y + 1, text: numberText(node.value, 3), size: 13 });
      if (gradients.has(i))
        labels.push({ x, y: y + 19, text: numberText(node.gradient, 3), size: 13, colour: orange });
      return labels;
    });
    const isBackward = gradients.size > 0;
    const text = isBackward ? gradientText(evaluated, at) : valueText(evaluated[at]!, evaluated);
    const pass = isBackward ? '← Passe arrière' : '→ Passe avant';
    const rule = isBackward ? ruleText(evaluated, at) : '';
    return [
      polygonTrace(corners(places[at]!, 4), '#ffffff', accent),
      polygonTrace(corners(places[at]!, 2), isBackward ? '#fdebd3' : '#dbeafa', accent),
      wordsTrace([
        ...words,
        {
          x: 16,
          y: 20,
          text: `<b>${pass}</b>`,
          size: 15,
          colour: isBackward ? orange : ink,
          align: 'left',
        },
        { x: 170, y: 20, text: `<b>${text}</b>`, align: 'left' },
        { x: 170, y: 44, text: rule, size: 12, colour: softInk, align: 'left' },
      ]),
    ];
  };
  for (const place of places) board.polygon(corners(place, 0), '#ffffff');
  board.words([
    {
      x: 16,
      y: height - 8,
      text: 'dans chaque nœud : nom, valeur (noir), gradient de la sortie (orange)',
      size: 12,
      colour: softInk,
      align: 'left',
    },
  ]);
  const traces = draw(shots[0]!).map((trace) => board.add(trace));
  const labels = shots.map((_, i) => String(i + 1));
  const frames = shots.map((shot, i) => ({ name: labels[i], data: draw(shot), traces }));
  const still = new Board(width, height + 8);
  for (const trace of board.traces) if (board.traces.indexOf(trace) < traces[0]!) still.add(trace);
  for (const trace of draw(shots.at(-1)!)) still.add(trace);
  return board.figure({
    alt: inWords(evaluated, forward, backward),
    frames,
    controls: sliderOver(frames, labels, 'Étape', { width, film: true }),
    still,
  });
}

function given(nodes: readonly EvaluatedNode[]): number[] {
  return nodes.flatMap((node, i) => (node.from.length === 0 ? [i] : []));
}

function corners({ x, y }: NodePlace, grow: number): [number, number][] {
  const [left, right] = [x - half.x - grow, x + half.x + grow];
  const [top, bottom] = [y - half.y - grow, y + half.y + grow];
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
}

function drawEdge(board: Board, from: NodePlace, to: NodePlace): void {
  const start = [from.x + half.x, from.y] as const;
  const end = [to.x - half.x - 2, to.y + (from.y > to.y ? 16 : 0)] as const;
  for (const trace of arrowTraces(start, end, '#9aa4af')) board.add(trace);
}

/** « p = w × x = 2 × 3 = 6 » */
function valueText(node: EvaluatedNode, nodes: readonly EvaluatedNode[]): string {
  const of = node.from.map((place) => nodes[place]!);
  const { sign } = graphOps[node.op!];
  const write = (parts: string[]): string => {
    const [a = '', b = ''] = parts;
    if (b !== '') return `${a} ${sign} ${b}`;
    return node.op === 'square' ? `${a}²` : `${sign}(${a})`;
  };
  const numbers = write(
    of.map(({ value }) => (of.length > 1 ? termText3(value) : numberText(value, 3))),
  );
  return `${node.name} = ${write(of.map(({ name }) => name))} = ${numbers} = ${numberText(node.value, 3)}`;
}

/** « dp/dw = 1 × 3 = 3 »: over each node that uses it, what arrives times the local derivative. */
function gradientText(nodes: readonly EvaluatedNode[], at: number): string {
  const last = nodes.at(-1)!.name;
  const node = nodes[at]!;
  const terms = usesOf(nodes, at).map(
    ({ user, local }) => `${termText3(user.gradient)} × ${termText3(local)}`,
  );
  const products = terms.length === 0 ? '' : `${terms.join(' + ')} = `;
  return `d${last}/d${node.name} = ${products}${numberText(node.gradient, 3)}`;
}

function ruleText(nodes: readonly EvaluatedNode[], at: number): string {
  if (at === nodes.length - 1) return 'la sortie, par rapport à elle-même : 1';
  const rules = usesOf(nodes, at).map(
    ({ user, i }) => `${graphOps[user.op!].sign} : ${graphOps[user.op!].rules[i]}`,
  );
  return `gradient qui arrive × dérivée locale (${rules.join(' ; ')})`;
}

function usesOf(
  nodes: readonly EvaluatedNode[],
  at: number,
): { user: EvaluatedNode; local: number; i: number }[] {
  return nodes.flatMap((user) =>
    user.from.flatMap((place, i) => (place === at ? [{ user, local: user.local[i]!, i }] : [])),
  );
}

function termText3(value: number): string {
  const text = numberText(value, 3);
  return value < 0 ? termText(value).replace(numberText(value), text) : text;
}

function inWords(nodes: readonly EvaluatedNode[], forward: number[], backward: number[]): string {
  return [
    'Passe avant',
    ...given(nodes).map((i) => `${nodes[i]!.name} = ${numberText(nodes[i]!.value, 3)}`),
    ...forward.map((i) => valueText(nodes[i]!, nodes)),
    'Passe arrière',
    ...backward.map((i) => gradientText(nodes, i)),
  ].join('\n');
}
