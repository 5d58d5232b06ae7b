import type { PlotlyObject } from '../plotly-object';
import { ink } from './colours';
import { atOnce, sliderOver } from './controls';

/** One thing to move: a button that brings its slider, and the slider's positions. */
export interface SliderView {
  /** On the button; also names the view's frames, so no two are alike. */
  button: string;
  /** What stands before the slider's value: « logit de chat ». */
  prefix: string;
  /** For each position its label, and the traces as they are there. */
  steps: { label: string; data: PlotlyObject[] }[];
  /** The position that the view begins with, 0 by default. */
  active?: number;
}

/**
 * Several sliders of which one shows at a time: buttons above the drawing choose which. A button
 * also puts its slider back to where it began, so that slider and drawing always agree.
 *
 * @param traces which traces the steps' data replace
 * @param width of the sheet, in pixels; its upper 48 pixels are the buttons'
 */
export function switchedSliders(
  views: readonly SliderView[],
  traces: readonly number[],
  width: number,
): { frames: PlotlyObject[]; controls: PlotlyObject } {
  const frames: PlotlyObject[] = [];
  const sliders = views.map((view, index) => {
    const own = view.steps.map(({ label, data }) => ({
      name: `${view.button}, ${label}`,
      data,
      traces,
    }));
    frames.push(...own);
    const labels = view.steps.map((step) => step.label);
    const active = view.active ?? 0;
    const { sliders: made } = sliderOver(own, labels, view.prefix, { width, active });
    return { ...(made as PlotlyObject[])[0], visible: index === 0 };
  });
  const buttons = views.map((view, index) => {
    const active = view.active ?? 0;
    const begin = {
      name: view.button,
      data: view.steps[active]?.data,
      traces,
      layout: {
        sliders: views.map((_, i) => ({ visible: i === index, ...(i === index && { active }) })),
      },
    };
    frames.push(begin);
    return { method: 'animate', label: view.button, args: [[begin.name], atOnce] };
  });
  return { frames, controls: { sliders, updatemenus: [buttonRow(buttons)] } };
}

function buttonRow(buttons: PlotlyObject[]): PlotlyObject {
  return {
    type: 'buttons',
    direction: 'left',
    x: 0,
    xanchor: 'left',
    y: 1,
    yanchor: 'top',
    pad: { l: 16, t: 8, r: 0, b: 0 },
    font: { size: 13, color: ink },
    buttons,
  };
}
