import type { CellRole, ExerciseDeclaration } from 'nbconvert-ts-runner';

/** A notebook as we gave it out: what it asks, and our copy of it. */
export interface Handout {
  /** Its name everywhere: `1.2-convolution`. */
  lesson: string;
  title: string;
  exercises: ExerciseDeclaration[];
  /** Code cells only, in the notebook's order. */
  cells: HandoutCell[];
}

export interface HandoutCell {
  id: string;
  role: CellRole;
  exercise?: string;
  /** An answer cell holds its stub. */
  source: string;
}
