import { impossible, shapeCode } from '../errors';
import { readDataset, type Dataset } from '../training/dataset';
import type { History } from '../training/history';
import { oneAtATime } from '../training/one-at-a-time';
import { checkBatchSize, checkSeed, type TrainOptions } from '../training/options';
import { prepareTraining } from '../training/prepare';
import { train } from '../training/train';
import type { Volume } from '../volume/volume';
import type { EngineName } from './engine/choose-engine';
import { evaluate, type EvaluateOptions } from './evaluate';
import type { Layer, Shape } from './layers/layer';
import { Machine } from './machine';
import { NetworkLearner } from './network-learner';
import { adam, checkOptimizer, type Optimizer } from './optimizers';
import { predict } from './predict';
import { checkLayers, planStages, type Stage } from './stages';
import { Summary } from './summary';

/** Options of a network. */
export interface NetworkOptions {
  /** Of one item: `[28, 28, 1]`. Left out, the first data set that the network sees tells. */
  inputShape?: Shape;
  /** Draws the weights: the same seed, the same network. Default 1. */
  seed?: number;
  /** Who computes: `'fast'` (the default) in float32, `'plain'` in float64. */
  engine?: EngineName;
}

/** Options of `fit`: those of any training, and the optimiser. */
export interface FitOptions extends TrainOptions {
  /** How a step is made. Default `adam()`, a new one each time. */
  optimizer?: Optimizer;
}

/** A network whose layers follow one another: made by `sequential`, `load` or `fromTfjs`. */
export class Network {
  /** As they were given, in order. */
  readonly layers: readonly Layer[];
  /** Who computes. */
  readonly engine: EngineName;
  private readonly seed: number;
  private planned: readonly Stage[] | undefined;
  private running: Machine | undefined;
  private disposed = false;

  constructor(layers: readonly Layer[], options: NetworkOptions = {}) {
    checkLayers(layers);
    this.layers = [...layers];
    this.engine = options.engine ?? 'fast';
    this.seed = options.seed ?? 1;
    checkSeed(this.seed, 'construire le réseau');
    if (options.inputShape !== undefined) this.plan(options.inputShape);
  }

  /** Of one item; undefined as long as nothing has told. */
  get inputShape(): Shape | undefined {
    return this.planned?.[0]?.inputShape;
  }

  /** Of one answer: `[classes]`. @throws Error while the shape of the input is not known */
  get outputShape(): Shape {
    return this.stages().at(-1)!.outputShape;
  }

  /**
   * Trains. The loss is the cross-entropy: the network ends in one number a class, probabilities
   * (`softmax`) or logits.
   *
   * @param dataset `{ images, labels }`, as `loadMnist().train`
   * @returns how it went; the network has learned in place
   * @throws TypeError or RangeError, before the first step, when data or options do not fit
   * @throws Error when it is being trained already, or the loss becomes NaN
   */
  fit(dataset: Dataset, options: FitOptions = {}): Promise<History> {
    return oneAtATime(this, () => this.fitAlone(dataset, options));
  }

  private async fitAlone(dataset: Dataset, options: FitOptions): Promise<History> {
    this.planFor(dataset);
    const { sets, plan } = prepareTraining(dataset, options, this.inputShape!, this.classes());
    const { optimizer = adam() } = options;
    checkOptimizer(optimizer);
    const learner = new NetworkLearner(this.machine, optimizer, plan.batchSize, plan.seed);
    try {
      return await train(learner, sets, plan);
    } finally {
      learner.close();
    }
  }

  /**
   * Measures how well it does on data it has not learned from.
   *
   * @param options batchSize: default 256; metrics: default `['accuracy']`
   * @returns `loss` and the metrics, means over the data set
   * @throws TypeError or RangeError when the data do not fit
   */
  async evaluate(dataset: Dataset, options: EvaluateOptions = {}): Promise<Record<string, number>> {
    this.planFor(dataset);
    const samples = readDataset(
      dataset,
      "les données d'évaluation",
      this.inputShape,
      this.classes(),
    );
    return evaluate(this.machine, samples, options);
  }

  /**
   * The network's answers.
   *
   * @param inputs a batch `[count, ...inputShape]`, or one item
   * @returns `[count, ...outputShape]`, or `outputShape` for one item; float32 with `fast`
   * @throws RangeError when the shape does not fit
   */
  predict(inputs: Volume, options: { batchSize?: number } = {}): Volume {
    const { batchSize = 256 } = options;
    checkBatchSize(batchSize, 'calculer les réponses du réseau');
    return predict(this.machine, inputs, batchSize);
  }

  /** The layers with their shapes and how much they learn, as a table. */
  summary(): Summary {
    return new Summary(this.stages());
  }

  /** A copy of all weights by name: `conv2d/kernel`, `dense_2/bias` ... */
  getWeights(): Record<string, Volume> {
    return this.machine.copyWeights();
  }

  /**
   * Sets weights; those that are not given stay.
   *
   * @throws RangeError when the network has none of that name, or one of another shape
   */
  setWeights(weights: Readonly<Record<string, Volume>>): void {
    this.machine.setWeights(weights);
  }

  /**
   * Frees its memory at once, its weights with it: it computes no more. Left alone, it is freed some
   * time after the network is out of reach.
   */
  dispose(): void {
    this.disposed = true;
    this.running?.dispose();
    this.running = undefined;
  }

  /** For `save` and the conversions: the layers at their places. */
  stages(): readonly Stage[] {
    if (this.planned !== undefined) return this.planned;
    throw new Error(
      impossible(
        'construire le réseau',
        "la forme de son entrée n'est pas connue",
        'donnez-la\u00a0: sequential(couches, { inputShape: [28, 28, 1] })',
      ),
    );
  }

  private get machine(): Machine {
    if (this.disposed) {
      throw new Error(
        impossible(
          'calculer avec le réseau',
          'sa mémoire a été libérée par dispose(), ses poids avec elle',
          'créez-le à nouveau, ou enregistrez-le avec save avant de le libérer',
        ),
      );
    }
    this.running ??= new Machine(this.stages(), this.engine, this.seed);
    return this.running;
  }

  private plan(inputShape: Shape): void {
    this.planned = planStages(this.layers, inputShape);
  }

  private planFor(dataset: Dataset): void {
    if (this.planned === undefined) {
      this.plan(readDataset(dataset, 'les données').inputShape);
    }
  }

  private classes(): number {
    const [classes = 0, ...more] = this.outputShape;
    if (more.length === 0) return classes;
    throw new RangeError(
      impossible(
        "préparer l'entraînement",
        `la sortie a la forme ${shapeCode(this.outputShape)} mais il faut un nombre par classe`,
        'terminez par flatten() et dense({ units: 10, activation: "softmax" })'.replaceAll(
          '"',
          "'",
        ),
      ),
    );
  }
}

/**
 * A network whose layers follow one another.
 *
 * @throws RangeError when a layer does not fit behind the one before, as soon as the shape of the
 *   input is known
 *
 * @example
 * ```ts
 * const network = nn.sequential([nn.dense({ units: 2, activation: 'softmax' })], { inputShape: [3] });
 * network.outputShape; // => [2]
 * ```
 */
export function sequential(layers: readonly Layer[], options: NetworkOptions = {}): Network {
  return new Network(layers, options);
}
