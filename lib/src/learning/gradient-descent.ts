/** A loss of two parameters. */
export type Loss2 = (x: number, y: number) => number;

/** The path of a gradient descent. */
export interface Descent {
  /** The learning rate. */
  rate: number;
  /** Where it was, the start first. */
  points: [number, number][];
  /** The loss at each point. */
  losses: number[];
}

/**
 * Gradient descent on two parameters: `parameter ← parameter - rate × gradient`, step by step.
 *
 * @param loss of the two parameters
 * @param options.start where it begins
 * @param options.rate the learning rate
 * @param options.gradient of the loss; left out, it is measured by centred differences
 * @returns the path and the loss along it, `steps + 1` of each
 *
 * @example
 * ```ts
 * const bowl = (x: number, y: number) => x * x + y * y;
 * gradientDescent(bowl, { start: [1, 0], rate: 0.25, steps: 1 }).losses.map((loss) => loss.toFixed(2));
 * // => ['1.00', '0.25']
 * ```
 */
export function gradientDescent(
  loss: Loss2,
  options: {
    start: [number, number];
    rate: number;
    steps: number;
    gradient?: ((x: number, y: number) => [number, number]) | undefined;
  },
): Descent {
  const { start, rate, steps, gradient = measured(loss) } = options;
  const points: [number, number][] = [[...start]];
  for (let step = 0; step < steps; step++) {
    const [x, y] = points.at(-1)!;
    const [dx, dy] = gradient(x, y);
    points.push([x - rate * dx, y - rate * dy]);
  }
  return { rate, points, losses: points.map(([x, y]) => loss(x, y)) };
}

function measured(loss: Loss2): (x: number, y: number) => [number, number] {
  const h = 1e-5;
  return (x, y) => [
    (loss(x + h, y) - loss(x - h, y)) / (2 * h),
    (loss(x, y + h) - loss(x, y - h)) / (2 * h),
  ];
}
