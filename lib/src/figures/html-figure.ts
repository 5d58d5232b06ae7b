import { jupyterDisplay, type MimeBundle } from '../display';
import { SvgFigure } from './svg-figure';

/** A figure made of a page's own means (a table that unfolds), with a picture and words for where there is none. */
export class HtmlFigure {
  constructor(
    /** A piece of a page; its colours are the page's, light or dark. */
    readonly html: string,
    /** The same without anything to unfold. */
    readonly still: SvgFigure,
  ) {}

  /** The figure in words and numbers, French, for those who do not see it. */
  get alt(): string {
    return this.still.alt;
  }

  /** The static picture: a PNG file's bytes. */
  png(): Promise<Uint8Array> {
    return this.still.png();
  }

  /** What a notebook shows. */
  async [jupyterDisplay](): Promise<MimeBundle> {
    return {
      'text/html': this.html,
      'image/png': Buffer.from(await this.png()).toString('base64'),
      'text/plain': this.alt,
    };
  }
}
