/** Right answers written otherwise than the reference; they stand alone, as students would write them. */
interface State {
  gamma: number[];
  beta: number[];
  mean: number[];
  variance: number[];
  momentum: number;
  epsilon: number;
}

export const alternatives = {
  'channel by channel, the variance as the mean of squares less the square of the mean; any pivot':
    {
      batchNorm: (x: number[][], state: State, mode: string) => {
        const n = x.length;
        const next = structuredClone(state);
        if (n < 1) throw new Error('empty');
        for (const list of [...x, state.gamma, state.beta, state.variance]) {
          if (list.length !== state.mean.length) throw new Error('length');
        }
        if (!['train', 'infer'].includes(mode)) throw new Error(mode);
        const output = x.map((line) => line.slice());
        for (let c = 0; c < state.mean.length; c++) {
          let [sum, squares] = [0, 0];
          for (const line of x) {
            sum += line[c]!;
            squares += line[c]! ** 2;
          }
          let [m, v] = [state.mean[c]!, state.variance[c]!];
          if (mode === 'train') {
            [m, v] = [sum / n, squares / n - (sum / n) ** 2];
            next.mean[c] = state.momentum * state.mean[c]! + (1 - state.momentum) * m;
            next.variance[c] = state.momentum * state.variance[c]! + (1 - state.momentum) * v;
          }
          for (const line of output) {
            line[c] =
              ((line[c]! - m) * state.gamma[c]!) / (v + state.epsilon) ** 0.5 + state.beta[c]!;
          }
        }
        return { output, state: next };
      },
      factorize: (kernel: number[][]) => {
        const width = kernel[0]?.length ?? 0;
        if (width === 0 || kernel.some((line) => line.length !== width)) throw new Error('kernel');
        let [py, px] = [0, 0];
        kernel.forEach((line, y) => {
          line.forEach((value, x) => {
            if (Math.abs(value) > Math.abs(kernel[py]![px]!)) [py, px] = [y, x];
          });
        });
        const pivot = kernel[py]![px]!;
        if (pivot === 0) return null;
        const best = kernel[py]!;
        for (const line of kernel) {
          for (let x = 0; x < width; x++) {
            if (Math.abs(line[x]! - (line[px]! * best[x]!) / pivot) > 1e-9 * Math.abs(pivot))
              return null;
          }
        }
        const lead = best.find((value) => value !== 0)!;
        return {
          column: kernel.map((line) => (line[px]! / pivot) * lead),
          row: best.map((value) => value / lead),
        };
      },
    },
  'two functions for the two modes, a step towards the batch; proportional rows, async': {
    batchNorm: async (x: number[][], state: State, mode: string) => {
      await Promise.resolve();
      const { gamma, beta, momentum, epsilon } = state;
      const sizes = new Set([state.mean, state.variance, gamma, beta, ...x].map((l) => l.length));
      if (x.length === 0 || sizes.size !== 1) throw new RangeError('sizes');
      const apply = (mean: number[], variance: number[]): number[][] =>
        x.map((line) =>
          line.map((v, c) => {
            const factor = gamma[c]! / Math.sqrt(epsilon + variance[c]!);
            return v * factor + (beta[c]! - mean[c]! * factor);
          }),
        );
      if (mode === 'infer')
        return { output: apply(state.mean, state.variance), state: { ...state } };
      if (mode !== 'train') throw new TypeError('mode');
      const over = (f: (line: number[], c: number) => number): number[] =>
        gamma.map((_, c) => x.reduce((sum, line) => sum + f(line, c) / x.length, 0));
      const mean = over((line, c) => line[c]!);
      const variance = over((line, c) => (line[c]! - mean[c]!) ** 2);
      const step = (from: number[], to: number[]): number[] =>
        from.map((value, c) => value + (to[c]! - value) * (1 - momentum));
      return {
        output: apply(mean, variance),
        state: { ...state, mean: step(state.mean, mean), variance: step(state.variance, variance) },
      };
    },
    factorize: (kernel: number[][]) => {
      if (!kernel.length || !kernel[0]!.length) throw new TypeError('empty');
      for (const { length } of kernel)
        if (length !== kernel[0]!.length) throw new TypeError('ragged');
      const model = kernel.find((line) => line.some((value) => value !== 0));
      if (model === undefined) return null;
      const lead = model.findIndex((value) => value !== 0);
      const row = model.map((value) => value / model[lead]!);
      const most = kernel.flat().reduce((a, b) => Math.max(a, Math.abs(b)), 0);
      const column: number[] = [];
      for (const line of kernel) {
        const factor = line[lead]!;
        if (line.some((value, x) => Math.abs(value - factor * row[x]!) > most * 1e-9)) return null;
        column.push(factor);
      }
      return { column, row };
    },
  },
};
