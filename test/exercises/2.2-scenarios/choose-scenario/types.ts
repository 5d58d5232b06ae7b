/** What summarize and chooseScenario take and give, as their given cell declares it. */
export type Size = 'small' | 'large';
export type Likeness = 'similar' | 'different';

export interface Measure {
  size: Size;
  likeness: Likeness;
  strategy: string;
  seed: number;
  accuracy: number | null;
  seconds: number;
}

export interface Cell {
  count: number;
  mean: number;
  half: number;
  seconds: number;
}

export type Cells = Record<string, Cell>;
export type Matrix = Record<Size, Record<Likeness, Cells>>;

export const sizes: readonly Size[] = ['small', 'large'];
export const likenesses: readonly Likeness[] = ['similar', 'different'];

/** As the given cell has them: every answer reads the same. */
export const student = [NaN, NaN, 12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262];
export const few = 1000;
export const far = 1.5;

export const emptyMatrix = (): Matrix => ({
  small: { similar: {}, different: {} },
  large: { similar: {}, different: {} },
});
