/** A hand-in made of the solution: what is changed in it, and the report that stands below. */
export interface Example {
  changes: readonly (readonly [from: string, to: string])[];
  report: readonly string[];
}
