/** The roundings of a right answer, whose wrong variants change one part; the reference does not use them. */

/** B0: what the search found. */
export const stages = [
  { kernelSize: 3, repeats: 1, filters: 16, expansion: 1, strides: 1 },
  { kernelSize: 3, repeats: 2, filters: 24, expansion: 6, strides: 2 },
  { kernelSize: 5, repeats: 2, filters: 40, expansion: 6, strides: 2 },
  { kernelSize: 3, repeats: 3, filters: 80, expansion: 6, strides: 2 },
  { kernelSize: 5, repeats: 3, filters: 112, expansion: 6, strides: 1 },
  { kernelSize: 5, repeats: 4, filters: 192, expansion: 6, strides: 2 },
  { kernelSize: 3, repeats: 1, filters: 320, expansion: 6, strides: 1 },
];

export const scales = [
  { width: 1, depth: 1, resolution: 224, dropout: 0.2 },
  { width: 1, depth: 1.1, resolution: 240, dropout: 0.2 },
  { width: 1.1, depth: 1.2, resolution: 260, dropout: 0.3 },
  { width: 1.2, depth: 1.4, resolution: 300, dropout: 0.3 },
  { width: 1.4, depth: 1.8, resolution: 380, dropout: 0.4 },
  { width: 1.6, depth: 2.2, resolution: 456, dropout: 0.4 },
  { width: 1.8, depth: 2.6, resolution: 528, dropout: 0.5 },
  { width: 2, depth: 3.1, resolution: 600, dropout: 0.5 },
];

export interface Scaled {
  resolution: number;
  filters: number[];
  repeats: number[];
}

/** What may be other than in the authors' code. */
export interface Roundings {
  /** The nearest multiple of 8, the minimum aside. */
  nearest?: (wanted: number) => number;
  least?: number;
  /** What must remain of what was wanted. */
  share?: number;
  repeats?: (wanted: number) => number;
  /** Which of the nine filter counts are scaled. */
  scaled?: (place: number) => boolean;
  check?: boolean;
}

export function scalingWith(roundings: Roundings = {}) {
  const { least = 8, share = 0.9, repeats = Math.ceil, check = true } = roundings;
  const { nearest = (wanted: number) => 8 * Math.round(wanted / 8), scaled = () => true } =
    roundings;
  const roundFilters = (filters: number, width: number): number => {
    const wanted = filters * width;
    const near = Math.max(least, nearest(wanted));
    return near < share * wanted ? near + 8 : near;
  };
  const compoundScale = (b: number): Scaled => {
    if (check && scales[b] === undefined) throw new RangeError(`B${b}`);
    const { width, depth, resolution } = scales[b] ?? scales.at(-1)!;
    const filters = [32, ...stages.map((stage) => stage.filters), 1280];
    return {
      resolution,
      filters: filters.map((count, i) => (scaled(i) ? roundFilters(count, width) : count)),
      repeats: stages.map((stage) => repeats(stage.repeats * depth)),
    };
  };
  return { roundFilters, compoundScale };
}
