/** Stops of a colour scale as plotly writes them: position from 0 to 1, colour as `#rrggbb`. */
export type ColourScale = [number, string][];

/** Three channels, 0 to 255. */
export type Rgb = [number, number, number];

/**
 * Scales that colour-blind readers can tell apart.
 * `signed`: blue below zero, nearly white at zero, orange above. `amount`: white to dark blue.
 * `warm`: nearly white to dark orange, the upper half of `signed`. `grey`: black to white, as a photo.
 */
export const colourScales = {
  signed: [
    [0, '#2166ac'],
    [0.25, '#92c5de'],
    [0.5, '#f3f4f6'],
    [0.75, '#fdb863'],
    [1, '#b35806'],
  ],
  amount: [
    [0, '#f4f7fb'],
    [0.5, '#8bbbe0'],
    [1, '#1d5fa6'],
  ],
  warm: [
    [0, '#f3f4f6'],
    [0.5, '#fdb863'],
    [1, '#b35806'],
  ],
  grey: [
    [0, '#000000'],
    [1, '#ffffff'],
  ],
} satisfies Record<string, ColourScale>;

export type ScaleName = keyof typeof colourScales;

/** For words in the browser; the picture without one has its own font files. */
export const fontFamily = "'DejaVu Sans', Verdana, Arial, sans-serif";

/** The few colours of lines and words. Figures stand on a white card in both themes of JupyterLab. */
export const ink = '#1f2328';
export const softInk = '#59636e';
export const hairline = '#c4cad1';
export const paper = '#ffffff';
/** The mark of « here »: the sliding window, the chosen pixel. Always with an outline, never alone. */
export const accent = '#c2185b';
/** Colours for series, told apart by all common kinds of colour blindness (after Okabe and Ito). */
export const seriesColours = [
  '#0072b2',
  '#d55e00',
  '#009e73',
  '#cc79a7',
  '#a66f00',
  '#3a9bd9',
] as const;

/** The colour at a position of a scale; positions outside 0 to 1 take the end's colour. */
export function colourAt(scale: ColourScale, position: number): Rgb {
  const at = Math.min(1, Math.max(0, Number.isFinite(position) ? position : 0));
  let [lower, lowerColour] = scale[0] as [number, string];
  for (const [stop, colour] of scale) {
    if (stop >= at) {
      const share = stop === lower ? 0 : (at - lower) / (stop - lower);
      return mix(rgb(lowerColour), rgb(colour), share);
    }
    [lower, lowerColour] = [stop, colour];
  }
  return rgb(lowerColour);
}

/** Black or white, whichever reads better on a colour. */
export function inkOn(colour: Rgb): string {
  const luminance =
    0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
  return luminance > 0.3 ? ink : '#ffffff';
}

function linear(channel: number): number {
  return (channel / 255) ** 2.2;
}

function mix(a: Rgb, b: Rgb, share: number): Rgb {
  const at = (i: 0 | 1 | 2): number => Math.round(a[i] + (b[i] - a[i]) * share);
  return [at(0), at(1), at(2)];
}

function rgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
