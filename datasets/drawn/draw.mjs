import { writeFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';

/** The pen's way for each digit, the ground it is drawn on and the pen. */
const drawings = {
  // A pencil on white paper, high up on the left of the sheet.
  3: {
    ...{ width: 300, height: 400, ground: '#ffffff', pen: '#333333', thick: 18 },
    path: 'M 62 78 C 84 48, 150 44, 152 88 C 154 126, 118 134, 92 138 C 138 134, 172 156, 166 196 C 158 246, 84 252, 54 214',
  },
  // Chalk on a green board, in the middle.
  5: {
    ...{ width: 240, height: 240, ground: '#1e4d3b', pen: '#f4f4ec', thick: 15 },
    path: 'M 152 58 L 96 60 L 88 112 C 112 98, 158 104, 158 146 C 158 190, 104 198, 80 172',
  },
  // A blue felt pen on cream paper, low on the right, with a bar.
  7: {
    ...{ width: 500, height: 320, ground: '#f7f0dc', pen: '#1d3f8f', thick: 17 },
    path: 'M 292 92 C 330 90, 372 92, 410 84 C 384 140, 352 196, 334 276 M 316 182 L 396 174',
  },
};

for (const [digit, { width, height, ground, pen, thick, path }] of Object.entries(drawings)) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="${ground}"/>
    <path d="${path}" fill="none" stroke="${pen}" stroke-width="${thick}" stroke-linecap="round" stroke-linejoin="round"/>
  </svg>`;
  writeFileSync(new URL(`${digit}.png`, import.meta.url), new Resvg(svg).render().asPng());
}
