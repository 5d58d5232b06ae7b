import { impossible } from '../errors';
import type { Tensor } from '../tf/tensors';
import type { BuiltGraph } from './build-graph';
import { checkFinite, checkRate } from './check-numbers';
import { readInputs, type Inputs } from './read-inputs';
import type { Optimizer } from './optimizers/optimizer';
import type { GraphSession } from './session/graph-session';
import type { NativeTf } from './session/native-tf';

/** All that a training has learned, the optimiser's running means included. */
export interface GraphState {
  /** Steps the optimiser has done. */
  iteration: number;
  /** By name: `0.kernel` is the kernel of the first layer with weights, `0.kernel.m` Adam's mean. */
  variables: Record<string, Float32Array>;
}

/** Options of a step of training. */
export interface StepOptions {
  /** Length of the step. Default 0.001. */
  learningRate?: number;
  /** Number of the step, which dropout draws by. Default: steps done so far. */
  step?: number;
}

/** What a step or an evaluation gives; the output is the caller's to dispose of. */
export interface StepResult {
  /** Mean over the batch; of several outputs the weighted sum. */
  loss: number;
  /** The network's first; of a step of a network ending in a softmax: its logits. */
  output: Tensor;
}

/** A model as one TensorFlow graph, opened. Made by `compileGraph`. */
export class CompiledGraph {
  private iteration = 0;

  /** @internal */
  constructor(
    private readonly tf: NativeTf,
    private readonly session: GraphSession,
    private readonly built: BuiltGraph,
    private readonly optimizer: Optimizer | undefined,
  ) {}

  /**
   * One step of the optimiser.
   *
   * @param x `[batch, ...]`, any batch; of a model with several inputs a list
   * @param y targets: int32 `[batch]` for sparse labels, else of the output's shape
   * @throws RangeError when x, y or the learning rate do not fit
   */
  train(x: Inputs, y: Tensor, { learningRate = 0.001, step }: StepOptions = {}): StepResult {
    checkRate(learningRate);
    const fedIn = readInputs('entraîner le graphe', this.built, x, y);
    const { tf, optimizer } = this;
    const fed = this.built.factors.flatMap(
      (factor) => optimizer?.feed(factor * learningRate, this.iteration + 1) ?? [],
    );
    const rates = tf.tensor1d(fed, 'float32');
    const place = tf.tensor((step ?? this.iteration) | 0, [], 'int32');
    try {
      const result = this.result('train', { ...fedIn, rates, step: place });
      this.iteration++;
      return result;
    } finally {
      rates.dispose();
      place.dispose();
    }
  }

  /** Loss and output without learning, as the network is used afterwards. */
  evaluate(x: Inputs, y: Tensor): StepResult {
    return this.result('evaluate', readInputs('évaluer le graphe', this.built, x, y));
  }

  /**
   * @returns the network's output, the caller's to dispose of. Of several it is the first, and what
   *   only the others need is not computed. A NaN in x may come out as numbers: in a convolution that
   *   is joined with its ReLU, TensorFlow makes 0 of NaN.
   */
  predict(x: Inputs): Tensor {
    return this.session.run('predict', readInputs('prédire avec le graphe', this.built, x))[
      'output'
    ]!;
  }

  /** @returns all outputs of the network, in its order, the caller's to dispose of */
  predictAll(x: Inputs): Tensor[] {
    const { outputs } = this.built;
    if (outputs === 1) return [this.predict(x)];
    const found = this.session.run(
      'predictAll',
      readInputs('prédire avec le graphe', this.built, x),
    );
    return Array.from({ length: outputs }, (_, i) => found[`output${i}`]!);
  }

  /** A copy of all variables. */
  readState(): GraphState {
    const read = this.session.run('readState', {});
    const variables: Record<string, Float32Array> = {};
    for (const [name, tensor] of Object.entries(read)) {
      variables[name] = Float32Array.from(tensor.dataSync());
      tensor.dispose();
    }
    return { iteration: this.iteration, variables };
  }

  /**
   * Goes back to a state that was read, here or from the graph of a model of the same architecture.
   *
   * @throws RangeError when it is of another architecture or another optimiser
   */
  writeState({ iteration, variables }: GraphState): void {
    const doing = "remettre l'état du graphe";
    for (const { name, shape } of this.built.variables) {
      const size = shape.reduce((product, n) => product * n, 1);
      if (variables[name]?.length === size) continue;
      throw new RangeError(
        impossible(
          doing,
          `${name} devrait compter ${size} nombres mais en a ${variables[name]?.length ?? 0}`,
          'donnez un état lu avec readState sur la même architecture et le même optimiseur',
        ),
      );
    }
    this.write('writeState', this.built.variables, (name) => variables[name]!);
    this.iteration = iteration;
  }

  /**
   * Starts again from the weights that the model has now; the optimiser forgets.
   *
   * @throws RangeError when one of them is NaN or infinite: behind a ReLU it would not be seen
   */
  initialise(): void {
    const values = new Map(
      this.built.weights.all.map(({ variable, weight }) => [
        variable.name,
        weight.read().dataSync(),
      ]),
    );
    for (const { layer, property, variable } of this.built.weights.all) {
      checkFinite(values.get(variable.name)!, `${property} de la couche ${layer.name}`);
    }
    const variables = this.built.weights.all.map(({ variable }) => variable);
    this.write('initialise', variables, (name) => values.get(name)!);
    this.iteration = 0;
  }

  /** Copies the weights into the tfjs model, so that saving and all else there sees what was learned. */
  copyToModel(): void {
    const { variables } = this.readState();
    for (const { variable, weight } of this.built.weights.all) {
      const tensor = this.tf.tensor(variables[variable.name]!, [...variable.shape]);
      weight.write(tensor);
      tensor.dispose();
    }
  }

  /** Ends TensorFlow's session and frees what it holds. The tfjs model stays as it is. */
  dispose(): void {
    this.session.dispose();
  }

  private result(signature: string, inputs: Record<string, Tensor>): StepResult {
    const { loss, output } = this.session.run(signature, inputs) as {
      loss: Tensor;
      output: Tensor;
    };
    const [value = NaN] = loss.dataSync();
    loss.dispose();
    return { loss: value, output };
  }

  private write(
    signature: string,
    variables: BuiltGraph['variables'],
    valueOf: (name: string) => Float32Array,
  ): void {
    const inputs: Record<string, Tensor> = { zero: this.tf.scalar(0) };
    try {
      for (const { name, shape } of variables) {
        inputs[name] = this.tf.tensor(valueOf(name), [...shape], 'float32');
      }
      this.session.run(signature, inputs)['done']!.dispose();
      if ('prepare' in this.built.graph.signatures) {
        this.session.run('prepare', {})['done']!.dispose();
      }
    } finally {
      this.tf.dispose(Object.values(inputs));
    }
  }
}
