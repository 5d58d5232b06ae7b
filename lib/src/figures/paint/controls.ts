import type { PlotlyObject } from '../plotly-object';
import { ink } from './colours';

/** How a frame is shown: at once, all of it drawn anew (heat maps do not move smoothly). */
export const atOnce = {
  mode: 'immediate',
  frame: { duration: 0, redraw: true },
  transition: { duration: 0 },
};

/**
 * A slider over the frames and, for films, buttons that play and stop.
 *
 * @param frames plotly frames, each with its `name`
 * @param labels what the slider writes for each frame
 * @param prefix what stands before it: « Étape »
 * @param options.active which frame the figure shows first, 0 by default
 * @param options.menu buttons of the figure's own where a film has its two
 */
export function sliderOver(
  frames: readonly PlotlyObject[],
  labels: readonly string[],
  prefix: string,
  options: { film?: boolean; width: number; active?: number; menu?: PlotlyObject } = { width: 700 },
): PlotlyObject {
  const menu = options.menu ?? (options.film === true ? playButtons() : undefined);
  const left = menu === undefined ? 24 : 200;
  const steps = frames.map((frame, i) => ({
    method: 'animate',
    label: labels[i] ?? String(i + 1),
    args: [[frame['name']], atOnce],
  }));
  const slider = {
    active: options.active ?? 0,
    x: left / options.width,
    len: 1 - (left + 24) / options.width,
    y: 0,
    yanchor: 'top',
    pad: { t: 26, b: 0, l: 0, r: 0 },
    currentvalue: { prefix: `${prefix} : `, font: { size: 14, color: ink }, offset: 6 },
    // Long films would print their labels over one another.
    font: { size: 11, color: steps.length > 12 ? 'rgba(0,0,0,0)' : ink },
    steps,
  };
  return menu === undefined ? { sliders: [slider] } : { sliders: [slider], updatemenus: [menu] };
}

/** One view of a figure whose frames are another matter: which traces it shows, and on what axes. */
export interface View {
  label: string;
  /** For each trace of the figure whether this view shows it. */
  visible: boolean[];
  /** What it changes of the layout, in plotly's words. */
  layout: PlotlyObject;
}

/** One button a view, side by side. A slider beside them goes on changing the traces of all views. */
export function viewButtons(views: readonly View[]): PlotlyObject {
  return buttonRow(
    views.map(({ label, visible, layout }) => ({
      method: 'update',
      label,
      args: [{ visible }, layout],
    })),
  );
}

function playButtons(): PlotlyObject {
  const play = { ...atOnce, fromcurrent: true, frame: { duration: 1200, redraw: true } };
  const buttons = [
    { method: 'animate', label: '▶ Lire', args: [null, play] },
    { method: 'animate', label: '❚❚ Pause', args: [[null], atOnce] },
  ];
  return { ...buttonRow(buttons), showactive: false };
}

/** One button a frame, side by side: for two or three views of the same thing. */
export function buttonsFor(
  frames: readonly PlotlyObject[],
  labels: readonly string[],
): PlotlyObject {
  const buttons = frames.map((frame, i) => ({
    method: 'animate',
    label: labels[i] ?? String(i + 1),
    args: [[frame['name']], atOnce],
  }));
  return { updatemenus: [buttonRow(buttons, 20)] };
}

/** Buttons side by side below the drawing, at its left edge. */
function buttonRow(buttons: PlotlyObject[], topPad = 34): PlotlyObject {
  return {
    type: 'buttons',
    direction: 'left',
    x: 0,
    xanchor: 'left',
    y: 0,
    yanchor: 'top',
    pad: { l: 16, t: topPad, r: 0, b: 0 },
    font: { size: 13, color: ink },
    buttons,
  };
}
