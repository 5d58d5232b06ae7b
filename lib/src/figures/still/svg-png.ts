import { dirname, join } from 'node:path';

import { Resvg } from '@resvg/resvg-js';

/** An SVG as a PNG file, one pixel for each of its own, with a font that is always there. */
export function svgPng(svg: string): Uint8Array {
  const image = new Resvg(withOurFont(svg), {
    font: { loadSystemFonts: false, fontFiles: fontFiles(), defaultFontFamily: 'DejaVu Sans' },
  }).render();
  return image.asPng();
}

/** Pictures must not depend on the fonts of the machine: some have none at all. */
function withOurFont(svg: string): string {
  return svg.replace(/font-family:[^;"]*(?:&quot;[^;"]*)*/g, "font-family: 'DejaVu Sans'");
}

function fontFiles(): string[] {
  const folder = join(dirname(require.resolve('dejavu-fonts-ttf/package.json')), 'ttf');
  return [join(folder, 'DejaVuSans.ttf'), join(folder, 'DejaVuSans-Bold.ttf')];
}
