/** The shapes that the exercise speaks of: each function takes one number and gives one. */
export type Scalar = (x: number) => number;
/** `setting` is `leak` or `alpha`. */
export type Tuned = (x: number, setting?: number) => number;

export interface Activations {
  relu: Scalar;
  reluSlope: Scalar;
  leakyRelu: Tuned;
  leakyReluSlope: Tuned;
  elu: Tuned;
  eluSlope: Tuned;
}
