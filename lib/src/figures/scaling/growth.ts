/** What one step of φ multiplies: found by the paper's authors on B0 (Tan and Le, 2019, 3.3). */
export const bases = { depth: 1.2, width: 1.1, resolution: 1.15 } as const;

/** How many times as deep, as wide and as large in height and in width. */
export interface Growth {
  depth: number;
  width: number;
  resolution: number;
}

/** α^φ, β^φ, γ^φ */
export function compound(phi: number): Growth {
  return {
    depth: bases.depth ** phi,
    width: bases.width ** phi,
    resolution: bases.resolution ** phi,
  };
}

/** Twice as wide: inputs and outputs of each layer double. Twice as large: rows and columns do. */
export function macsOf({ depth, width, resolution }: Growth): number {
  return depth * width ** 2 * resolution ** 2;
}
