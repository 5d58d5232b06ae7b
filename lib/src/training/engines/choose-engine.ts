import { impossible, valueText } from '../../errors';
import type { LossName } from '../../graph/losses';
import type { ModelInside } from '../../graph/model/tfjs-inside';
import type { OptimizerOptions } from '../../graph/optimizers';
import type { RateOf } from '../../graph/optimizers/layer-rates';
import { UnsupportedError } from '../../graph/unsupported';
import type { Tf } from '../../tf/load';
import type { LayersModel } from '../../tf/models';
import { EagerEngine } from './eager-engine';
import type { CustomLoss } from './eager/eager-loss';
import type { Engine } from './engine';
import { GraphEngine } from './graph-engine';
import { wholeTf } from '../../tf/whole-tf';

export type EngineName = 'graph' | 'eager';

export interface EngineOptions {
  loss: LossName | CustomLoss;
  lossWeights: readonly number[];
  fromLogits: boolean | undefined;
  optimizer: OptimizerOptions;
  rateOf: RateOf | undefined;
  seed: number;
  /** Left out: the graph where it is on offer. */
  engine: EngineName | undefined;
}

const said = new Set<string>();

/**
 * The graph where it is on offer, else the eager engine, which says why: once for each reason.
 *
 * @throws UnsupportedError when the graph is asked for by name and not on offer
 */
export async function startEngine(
  model: LayersModel,
  classes: number,
  { engine, loss, ...options }: EngineOptions,
): Promise<Engine> {
  if (engine !== undefined && !['graph', 'eager'].includes(engine)) {
    throw new RangeError(
      impossible(
        'choisir le moteur (engine)',
        `il s'appelle ${valueText(engine)}`,
        "donnez 'graph' ou 'eager', ou n'en donnez pas",
      ),
    );
  }
  const tf = wholeTf();
  if (engine !== 'eager') {
    try {
      if (typeof loss === 'function')
        throw UnsupportedError.untranslated('une perte écrite par vous');
      return await GraphEngine.start(tf as unknown as Tf, model, classes, { ...options, loss });
    } catch (error) {
      if (!(error instanceof UnsupportedError) || engine === 'graph') throw error;
      sayOnce(error.reason);
    }
  }
  return new EagerEngine(tf, model as unknown as ModelInside, { ...options, loss, classes });
}

function sayOnce(reason: string): void {
  if (said.has(reason)) return;
  said.add(reason);
  console.warn(
    `L'entraînement se fait pas à pas, moins vite qu'en un graphe\u00a0: ${reason}. Les résultats sont les mêmes.`,
  );
}
