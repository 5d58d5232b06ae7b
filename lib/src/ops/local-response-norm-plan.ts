import { checkOption } from './check-option';

/** Options of `localResponseNorm`. */
export interface LocalResponseNormOptions {
  /** How many channels on each side are looked at: 0 the channel alone. Default 5, as TensorFlow. */
  depthRadius?: number;
  /** Keeps the divisor away from 0: above 0. Default 1. */
  bias?: number;
  /** Weight of the sum of squares, 0 or above (not divided by the number of channels). Default 1. */
  alpha?: number;
  /** Exponent of the divisor. Default 0.5. */
  beta?: number;
}

/** @throws RangeError when an option is out of its range */
export function readLocalResponseNorm(
  options: LocalResponseNormOptions,
  doing: string,
): Required<LocalResponseNormOptions> {
  const { depthRadius = 5, bias = 1, alpha = 1, beta = 0.5 } = options;
  checkOption(
    Number.isInteger(depthRadius) && depthRadius >= 0,
    'le rayon (depthRadius)',
    depthRadius,
    "doit être un entier d'au moins 0",
    'donnez par exemple depthRadius: 2 pour regarder 5 canaux',
    doing,
  );
  checkOption(
    Number.isFinite(bias) && bias > 0,
    'bias',
    bias,
    'doit être un nombre fini supérieur à 0',
    'donnez par exemple bias: 1',
    doing,
  );
  checkOption(
    Number.isFinite(alpha) && alpha >= 0,
    'alpha',
    alpha,
    "doit être un nombre fini d'au moins 0",
    'donnez par exemple alpha: 0.0001',
    doing,
  );
  checkOption(
    Number.isFinite(beta),
    'beta',
    beta,
    'doit être un nombre fini',
    'donnez par exemple beta: 0.75',
    doing,
  );
  return { depthRadius, bias, alpha, beta };
}
