import { jupyterDisplay, type MimeBundle } from '../display';

/**
 * A drawing: an SVG, the same as a picture, and words; nothing in it moves. A notebook and an exported page
 * show the SVG, which stays sharp however much one enlarges it.
 */
export class SvgFigure {
  /** The whole SVG file. */
  readonly svg: string;
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;

  constructor(
    drawn: { svg: string; width: number; height: number },
    /** The drawing in words and numbers, French, for those who do not see it. */
    readonly alt: string,
  ) {
    this.svg = drawn.svg;
    this.width = drawn.width;
    this.height = drawn.height;
  }

  /** The static picture: a PNG file's bytes, as many pixels as the drawing measures. */
  png(): Promise<Uint8Array> {
    // Loaded only here: it is a native library, which whoever shows no picture does not need.
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- lazily, and from CommonJS
    const { svgPng } = require('./still/svg-png') as typeof import('./still/svg-png');
    return Promise.resolve(svgPng(this.svg));
  }

  /** What a notebook shows. */
  async [jupyterDisplay](): Promise<MimeBundle> {
    return {
      'image/svg+xml': this.svg,
      'image/png': Buffer.from(await this.png()).toString('base64'),
      'text/plain': this.alt,
    };
  }
}
