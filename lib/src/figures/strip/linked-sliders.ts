import { ink } from '../paint/colours';
import type { PlotlyObject } from '../plotly-object';

/** One slider: what it sets, and the values it takes. */
export interface SliderChoice {
  /** « N (entrée) » */
  name: string;
  values: readonly number[];
}

/** At once; for the rest plotly's defaults, since every step of every frame repeats this. */
const atOnce = { mode: 'immediate', frame: { duration: 0 }, transition: { duration: 0 } };

/**
 * Sliders that work together. A plotly slider knows only its own position; so there is a frame for
 * each combination, and each frame carries along where the steps of all sliders lead from there.
 *
 * @param choices one slider each
 * @param at which value of each is shown first
 * @param draw a combination's traces; the same number in the same order for all
 * @param traces the indices of these traces in the figure
 */
export function linkedSliders(
  choices: readonly SliderChoice[],
  at: readonly number[],
  draw: (values: readonly number[]) => PlotlyObject[],
  traces: readonly number[],
  width: number,
): { frames: PlotlyObject[]; sliders: PlotlyObject[] } {
  const frames = combinations(choices).map((places) => ({
    name: nameOf(places),
    data: draw(valuesAt(choices, places)),
    traces,
    layout: {
      sliders: choices.map((choice, i) => ({
        active: places[i],
        steps: stepsOf(choice, i, places),
      })),
    },
  }));
  const places = choices.map(({ values }, i) => Math.max(0, values.indexOf(at[i] as number)));
  const sliders = choices.map((choice, i) => ({
    active: places[i],
    x: (i % 2 === 0 ? 24 : width / 2 + 24) / width,
    len: (width / 2 - 64) / width,
    y: 0,
    yanchor: 'top',
    pad: { t: 26 + Math.floor(i / 2) * sliderHeight, b: 0, l: 0, r: 0 },
    currentvalue: { prefix: `${choice.name} = `, font: { size: 14, color: ink }, offset: 6 },
    font: { size: 11, color: ink },
    steps: stepsOf(choice, i, places),
  }));
  return { frames, sliders };
}

/** The height of a row of two sliders, in pixels. */
export const sliderHeight = 84;

function combinations(choices: readonly SliderChoice[]): number[][] {
  return choices.reduce<number[][]>(
    (all, { values }) => all.flatMap((places) => values.map((_, place) => [...places, place])),
    [[]],
  );
}

function valuesAt(choices: readonly SliderChoice[], places: readonly number[]): number[] {
  return choices.map(({ values }, i) => values[places[i] as number] as number);
}

/** Where the steps of one slider lead when the others stay where they are. */
function stepsOf(choice: SliderChoice, index: number, places: readonly number[]): PlotlyObject[] {
  return choice.values.map((value, place) => ({
    method: 'animate',
    label: String(value),
    args: [[nameOf(places.map((other, i) => (i === index ? place : other)))], atOnce],
  }));
}

const nameOf = (places: readonly number[]): string => places.join('.');
