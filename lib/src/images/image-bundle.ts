import { type Displayable, jupyterDisplay, type MimeBundle } from '../display';
import { shapeText } from '../errors';
import type { Volume } from '../volume/volume';
import { resize } from './resize';
import { type PngOptions, toPng } from './to-png';

/** How a picture is shown. */
export interface ImageBundleOptions extends PngOptions {
  /** What the picture shows, for who cannot see it. Default: its kind and size. */
  alt?: string;
  /** Each pixel becomes a square of so many, to see a small image. Default 1. */
  zoom?: number;
}

/** A picture that a notebook shows: a PNG, and a text in its place where there are no pictures. */
export interface ShownImage extends Displayable {
  /** The picture as a PNG in base 64, and the text. */
  [jupyterDisplay](): Promise<MimeBundle>;
}

/**
 * Makes an image showable: as the last expression of a cell, or by `await display(…)`.
 *
 * @param image shapes and values as for {@link toPng}
 *
 * @example
 * ```ts
 * const shown = imageBundle(Volume.from([[0, 255]]), { alt: 'Noir, puis blanc', zoom: 20 });
 * (await shown[jupyterDisplay]())['text/plain']; // => 'Noir, puis blanc'
 * ```
 */
export function imageBundle(image: Volume, options: ImageBundleOptions = {}): ShownImage {
  const { zoom = 1, alt = defaultAlt(image), ...pngOptions } = options;
  return {
    async [jupyterDisplay]() {
      const [height = 1, width = 1] = image.shape;
      const shown = zoom === 1 ? image : resize(image, height * zoom, width * zoom, 'nearest');
      const png = Buffer.from(await toPng(shown, pngOptions));
      return { 'image/png': png.toString('base64'), 'text/plain': alt };
    },
  };
}

function defaultAlt(image: Volume): string {
  const [height = 1, width = 1, channels = 1] = image.shape;
  const kind = channels >= 3 ? 'Image en couleurs' : 'Image en niveaux de gris';
  return `${kind}, ${shapeText([height, width])} pixels (hauteur × largeur)`;
}
