/** Says how long a training will still take, from how long it took so far. */
export class Clock {
  private readonly start: number;

  /** @param now milliseconds of a clock that only goes forward */
  constructor(
    private readonly totalSteps: number,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.start = now();
  }

  /** Seconds since the beginning. */
  get elapsed(): number {
    return (this.now() - this.start) / 1000;
  }

  /** Seconds left once `steps` are done; undefined before the first. */
  left(steps: number): number | undefined {
    return steps === 0 ? undefined : (this.elapsed / steps) * (this.totalSteps - steps);
  }
}
