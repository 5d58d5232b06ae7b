import type { Equivalent } from '../../mutation/equivalent';

export const equivalents: Equivalent[] = [
  {
    line: "function shift(image: Image, d: number, border: Border = 'zero'): Image {",
    becomes: 'function shift(image: Image, d: number, border: Border = ""): Image {',
    because: "what is not 'wrap' lets zeros in, whatever it is called",
  },
];
