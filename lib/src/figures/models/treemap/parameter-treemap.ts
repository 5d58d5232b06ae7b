import { impossible } from '../../../errors';
import { describe } from '../../../models/describe/describe';
import type { Description } from '../../../models/describe/description';
import type { LayersModel } from '../../../tf/models';
import type { Figure } from '../../figure';
import { Board, sheetWidth } from '../../paint/board';
import { softInk } from '../../paint/colours';
import { buttonsFor } from '../../paint/controls';
import { escaped } from '../../paint/svg';
import { wordsTrace } from '../../paint/traces/words';
import type { PlotlyObject } from '../../plotly-object';
import { percentText } from '../../softmax/rows';
import { kindLooks } from '../layer-kinds';
import { treemapTraces } from './draw-treemap';
import { unitText } from './share-words';
import { groupsOf, kindShares, type Group, type Measure } from './shares';

const area = { x: 16, y: 62, width: sheetWidth - 32, height: 400 };
const labels = { parameters: 'Paramètres', macs: 'MAC (le calcul)' };
/** More are not told one by one. */
const mostTold = 60;

/**
 * Who holds the parameters of a model: a rectangle a layer, as large as its share, those of a block inside one frame.
 * A button shares out the work instead (multiplications with an addition). In a model of many blocks, a rectangle is
 * a block and a frame a stage.
 *
 * @param model any functional or sequential model, one built on paper (`onPaper`) too
 * @throws Error when a size of the model's images is left open, RangeError when it has no weights
 *
 * @example
 * ```ts
 * const told = parameterTreemap(onPaper(() => vgg())).alt.split('\n');
 * told[1]; // => 'Paramètres : couches denses 89,4\u00a0%, convolutions 10,6\u00a0%'
 * ```
 */
export function parameterTreemap(model: LayersModel): Figure {
  const described = describe(model);
  const groups = groupsOf(described);
  const board = new Board(sheetWidth, area.y + area.height + 44);
  const measures = (['parameters', 'macs'] as const).filter((of) => described.totals[of] > 0);
  if (measures.length === 0) {
    throw new RangeError(
      impossible(
        'partager les paramètres',
        `aucune couche du modèle ${model.name} n’a de poids`,
        'donnez un modèle qui a une couche conv2d ou dense',
      ),
    );
  }
  const views = measures.map((of) => [
    ...treemapTraces(groups, of, area),
    ...captions(described, of),
  ]);
  const traces = views[0]!.map((trace) => board.add(trace));
  const frames = measures.map((of, i) => ({ name: labels[of], data: views[i]!, traces }));
  return board.figure({
    alt: inWords(described, groups, measures),
    ...(measures.length < 2
      ? {}
      : { frames, controls: buttonsFor(frames, measures.map((of) => labels[of])), controlsHeight: 60 }), // prettier-ignore
  });
}

/** Title, and the kinds of layers with their colours and shares. */
function captions(described: Description, of: Measure): PlotlyObject[] {
  const shares = kindShares(described, of);
  const foot = area.y + area.height + 22;
  let x = area.x;
  const entries = shares.map(({ kind, share }) => {
    const text = `${kindLooks[kind].words} ${percentText(share)}`;
    const at = x;
    x += 44 + text.length * 8;
    return { at, text, kind };
  });
  return [
    wordsTrace([
      { x: area.x, y: 22, text: `<b>${escaped(described.name)}</b>`, size: 15, align: 'left' },
      {
        x: area.x,
        y: 44,
        text: `${unitText(described.totals[of], of)}${of === 'macs' ? ' pour une image' : ''}, une surface à la mesure de chaque part`,
        size: 12,
        colour: softInk,
        align: 'left',
      },
      ...entries.map(({ at, text }) => ({
        x: at + 22,
        y: foot,
        text,
        size: 13,
        align: 'left' as const,
      })),
    ]),
    {
      type: 'scatter',
      mode: 'markers',
      x: entries.map(({ at }) => at + 9),
      y: entries.map(() => foot),
      marker: {
        symbol: 'square',
        size: 15,
        color: entries.map(({ kind }) => kindLooks[kind].fill),
        line: { color: entries.map(({ kind }) => kindLooks[kind].edge), width: 1.5 },
      },
      hoverinfo: 'skip',
      showlegend: false,
    },
  ];
}

function inWords(
  described: Description,
  groups: readonly Group[],
  measures: readonly Measure[],
): string {
  const { totals, name } = described;
  const kinds = measures.map((of) => {
    const shares = kindShares(described, of).map(({ kind, share }) => `${kindLooks[kind].words} ${percentText(share)}`); // prettier-ignore
    return `${of === 'parameters' ? 'Paramètres' : 'MAC'} : ${shares.join(', ')}`;
  });
  const told = (part: { name: string; parameters: number; macs: number }, indent: string): string =>
    `${indent}${part.name} : ${measures.map((of) => `${unitText(part[of], of)} (${percentText(part[of] / totals[of])})`).join(', ')}`; // prettier-ignore
  const few = groups.reduce((sum, { leaves }) => sum + leaves.length, 0) <= mostTold;
  const lines = groups.flatMap(({ name: group, leaves }) => {
    const sum = (of: Measure) => leaves.reduce((all, leaf) => all + leaf[of], 0);
    const whole = { name: group, parameters: sum('parameters'), macs: sum('macs') };
    if (leaves.length === 1) return [told({ ...whole, name: leaves[0]!.name }, '')];
    return [told(whole, ''), ...(few ? leaves.map((leaf) => told(leaf, '  ')) : [])];
  });
  const sums = measures.map((of) => unitText(totals[of], of)).join(', ');
  return [`${name} : ${sums}`, ...kinds, ...lines].join('\n');
}
