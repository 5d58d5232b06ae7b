import type { Mistake } from './mistake';

/** The public cases of one exercise as they are written by hand: inputs only. */
export interface CaseSource {
  /** French: what the case shows. */
  name: string;
  args: unknown[];
  /** The function called; the exercise's id where absent. */
  call?: string;
  /** Largest difference allowed; exact where absent. */
  tolerance?: number;
  /** The call must throw. */
  throws?: true;
}

export interface ExerciseSource {
  /** For each function, the names of its parameters in order. */
  parameters: Record<string, string[]>;
  cases: CaseSource[];
  mistakes: Mistake[];
}

/** The public cases of a lesson, by exercise id. */
export interface LessonSource {
  lesson: string;
  exercises: Record<string, ExerciseSource>;
}
