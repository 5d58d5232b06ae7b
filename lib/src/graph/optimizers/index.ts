import { impossible, valueText } from '../../errors';
import { adam } from './adam';
import { momentum } from './momentum';
import type { Optimizer, OptimizerName, OptimizerOptions } from './optimizer';
import { sgd } from './sgd';
import { withWeightDecay } from './with-weight-decay';

export type { OptimizerName, OptimizerOptions } from './optimizer';

/** @throws RangeError when there is no such optimiser, or one of its numbers makes no sense */
export function readOptimizer(given: OptimizerName | OptimizerOptions): OptimizerOptions {
  const options: OptimizerOptions = typeof given === 'string' ? { name: given } : given;
  const doing = "choisir l'optimiseur";
  if (!['sgd', 'momentum', 'adam'].includes(options.name)) {
    throw new RangeError(
      impossible(
        doing,
        `il s'appelle ${valueText(options.name)}`,
        "donnez 'sgd', 'momentum' ou 'adam'",
      ),
    );
  }
  for (const [key, value] of Object.entries(options)) {
    if (typeof value !== 'number') continue;
    const most = ['momentum', 'beta1', 'beta2'].includes(key) ? 1 : Infinity;
    if (value >= 0 && value < most) continue;
    const wanted = most === 1 ? 'un nombre de 0 à 1 (exclu)' : 'un nombre fini positif';
    throw new RangeError(
      impossible(doing, `${key} vaut ${value} mais il faut ${wanted}`, `corrigez ${key}`),
    );
  }
  return options;
}

/** The optimiser as nodes of the graph. */
export function optimizerNodes(options: OptimizerOptions): Optimizer {
  return withWeightDecay(plain(options), options.weightDecay ?? 0);
}

function plain(options: OptimizerOptions): Optimizer {
  if (options.name === 'momentum') return momentum(options.momentum, options.nesterov);
  if (options.name === 'adam') return adam(options.beta1, options.beta2, options.epsilon);
  return sgd();
}
