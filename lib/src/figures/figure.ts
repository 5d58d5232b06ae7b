import { jupyterDisplay, type MimeBundle } from '../display';
import type { Drawing, PlotlyObject } from './plotly-object';
import { stillPng } from './still/still-png';
import { stillSpec } from './still/still-spec';

/** What a figure is made of. */
export interface FigureSpec extends Drawing {
  /** Plotly frames, for figures with a slider, buttons or a film. */
  frames?: PlotlyObject[];
  /** The figure in words and numbers, French, for those who do not see it. */
  alt: string;
  /** What the static picture shows; without it: the figure as it first appears, less its controls. */
  still?: Drawing;
}

/**
 * A figure: interactive in JupyterLab, a picture where plotly does not run, words everywhere.
 *
 * As the last expression of a cell it shows itself; in the middle of a cell, `await display(figure)`.
 */
export class Figure {
  /** Plotly's traces. */
  readonly data: PlotlyObject[];
  /** Plotly's layout, with `width` and `height` in pixels. */
  readonly layout: PlotlyObject;
  /** Plotly's frames: none, unless it has a slider, buttons or a film. */
  readonly frames: PlotlyObject[];
  /** Plotly's configuration: no tool bar. */
  readonly config: PlotlyObject;
  /** The figure in words and numbers. */
  readonly alt: string;
  private readonly stillOwn: Drawing | undefined;

  constructor(spec: FigureSpec) {
    this.data = spec.data;
    this.layout = spec.layout;
    this.frames = spec.frames ?? [];
    this.config = { displayModeBar: false, displaylogo: false, responsive: false };
    this.alt = spec.alt;
    this.stillOwn = spec.still;
  }

  /**
   * The static picture. The first one in a process takes a second or two, a picture that was made
   * before (same content) is read back from `.cache/figures`.
   *
   * @returns a PNG file's bytes, as many pixels as the figure (without its controls) measures
   */
  png(): Promise<Uint8Array> {
    return stillPng(stillSpec(this.stillOwn ?? { data: this.data, layout: this.layout }));
  }

  /** What a notebook shows: plotly's JSON, the static picture and the words, in one output. */
  async [jupyterDisplay](): Promise<MimeBundle> {
    const { data, layout, frames, config } = this;
    return {
      'application/vnd.plotly.v1+json': { data, layout, frames, config },
      'image/png': Buffer.from(await this.png()).toString('base64'),
      'text/plain': this.alt,
    };
  }
}
