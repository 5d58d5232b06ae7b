import type { PlotlyObject } from '../plotly-object';
import { ink } from './colours';

/** How a frame is shown: at once, all of it drawn anew (heat maps do not move smoothly). */
const atOnce = {
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
 */
export function sliderOver(
  frames: readonly PlotlyObject[],
  labels: readonly string[],
  prefix: string,
  options: { film?: boolean; width: number; active?: number } = { width: 700 },
): PlotlyObject {
  const film = options.film ?? false;
  const left = film ? 200 : 24;
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
  return film ? { sliders: [slider], updatemenus: [playButtons()] } : { sliders: [slider] };
}

function playButtons(): PlotlyObject {
  const play = { ...atOnce, fromcurrent: true, frame: { duration: 1200, redraw: true } };
  return {
    type: 'buttons',
    direction: 'left',
    showactive: false,
    x: 0,
    xanchor: 'left',
    y: 0,
    yanchor: 'top',
    pad: { l: 16, t: 34, r: 0, b: 0 },
    font: { size: 13, color: ink },
    buttons: [
      { method: 'animate', label: '▶ Lire', args: [null, play] },
      { method: 'animate', label: '❚❚ Pause', args: [[null], atOnce] },
    ],
  };
}

/** One button a frame, side by side: for two or three views of the same thing. */
export function buttonsFor(
  frames: readonly PlotlyObject[],
  labels: readonly string[],
): PlotlyObject {
  return {
    updatemenus: [
      {
        type: 'buttons',
        direction: 'left',
        x: 0,
        xanchor: 'left',
        y: 0,
        yanchor: 'top',
        pad: { l: 16, t: 20, r: 0, b: 0 },
        font: { size: 13, color: ink },
        buttons: frames.map((frame, i) => ({
          method: 'animate',
          label: labels[i] ?? String(i + 1),
          args: [[frame['name']], atOnce],
        })),
      },
    ],
  };
}
