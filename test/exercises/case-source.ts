/** A public case of an exercise as it is written by hand: inputs only. */
export interface CaseSource {
  /** French: what the case shows. */
  name: string;
  args: unknown[];
  /** The function called; the exercise's id where absent. */
  call?: string;
  /** Largest difference allowed; exact where absent. */
  tolerance?: number;
  /** The right answer holds an infinity; nowhere else is one accepted. */
  allowInfinity?: true;
  /** The call must throw. */
  throws?: true;
  /** The answer is a model of tfjs: what is compared, and shown, is its layers. */
  view?: 'model';
}
