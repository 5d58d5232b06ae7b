import { Graph, type NodeOptions } from './build/graph';
import type { Shape, Value } from './build/value';

/**
 * The gradient of the loss by each input, given the one by the output. What is not `needed` may be
 * left out, and then no node is made for it.
 */
export type Backward = (dOutput: Value, needed: readonly boolean[]) => (Value | undefined)[];

interface Entry {
  inputs: readonly Value[];
  output: Value;
  backward: Backward;
}

/** How a value was made. */
export interface Origin {
  /** Of probabilities: what the softmax was taken of. */
  logits?: Value;
  /** Of a convolution's output, with or without a bias. */
  convolution?: Convolution;
}

export interface Convolution {
  kernel: Value;
  bias?: Value | undefined;
  /** The last axes of the kernel that count output channels: 1, or 2 where it is depthwise. */
  channelAxes: 1 | 2;
  /** The same convolution with another kernel. */
  again: (kernel: Value) => Value;
}

/** What a layer does differently while it learns. */
export interface TapeOptions {
  graph: Graph;
  /** Dropout drops and batch normalisation looks at the batch. */
  training: boolean;
  /** int32 scalar, number of the step: what is drawn hangs on it. */
  step?: Value;
  /** Draws what layers without a seed of their own draw. */
  seed?: number;
  /**
   * Keeps a value that hangs on the weights alone: it is computed when these are written, and read
   * when the graph runs. Only where weights are not learned.
   */
  keep?: (name: string, value: Value) => Value;
}

/**
 * One forward pass through the network. Operations add their nodes to the graph through it, and leave
 * behind how to go back: the last one recorded is the first one whose gradient is known.
 */
export class Tape {
  readonly graph: Graph;
  readonly training: boolean;
  readonly step: Value | undefined;
  readonly seed: number;
  readonly keep: TapeOptions['keep'];
  /** What else a training step must run: moving statistics. */
  readonly updates: Value[] = [];
  private readonly entries: Entry[] = [];
  private readonly learning = new Set<string>();
  private readonly origins = new Map<string, Origin>();
  private drawn = 0;
  private batch: Value | undefined;

  constructor({ graph, training, step, seed = 1, keep }: TapeOptions) {
    this.graph = graph;
    this.training = training;
    this.step = step;
    this.seed = seed;
    this.keep = keep;
  }

  /** Adds a node of one output to the graph. */
  add(op: string, inputs: readonly Value[], options: NodeOptions): Value {
    return this.graph.add(op, inputs, options);
  }

  /** Adds a node over float32 numbers whose only attribute is their type, as most are. */
  map(op: string, inputs: readonly Value[], shape: Shape = inputs[0]!.shape): Value {
    return this.add(op, inputs, { shape, attributes: { T: { type: 'float32' } } });
  }

  /** The shape of a value when the graph runs, as int32 `[rank]`: the batch is not known before. */
  shapeOf(value: Value): Value {
    if (value.shape.every((length) => length !== null)) {
      return this.graph.constant(value.shape);
    }
    const attributes = { T: { type: value.dtype }, out_type: { type: 'int32' as const } };
    return this.add('Shape', [value], { shape: [value.shape.length], dtype: 'int32', attributes });
  }

  /** How many items the batch has, as a float32 scalar; `x` is any value whose first axis it is. */
  batchSize(x: Value): Value {
    if (this.batch !== undefined) return this.batch;
    const { graph } = this;
    const [first, one] = [graph.constant([0]), graph.constant([1])];
    const length = this.add('StridedSlice', [this.shapeOf(x), first, one, one], {
      shape: [],
      dtype: 'int32',
      attributes: { T: { type: 'int32' }, Index: { type: 'int32' }, shrink_axis_mask: { int: 1 } },
    });
    const attributes = { SrcT: { type: 'int32' as const }, DstT: { type: 'float32' as const } };
    this.batch = this.add('Cast', [length], { shape: [], attributes });
    return this.batch;
  }

  /** The gradient by this value is wanted, and by all that is computed from it. */
  watch(value: Value): void {
    this.learning.add(value.name);
  }

  /** Leaves behind how to go back from `output` to `inputs`; returns the output. */
  record(inputs: readonly Value[], output: Value, backward: Backward): Value {
    if (inputs.some((input) => this.learning.has(input.name))) {
      this.learning.add(output.name);
      this.entries.push({ inputs, output, backward });
    }
    return output;
  }

  /** A number that no other draw of this pass gets, for layers that draw. */
  nextDraw(): number {
    return this.drawn++;
  }

  /** Remembers how a value was made, for what may be computed better knowing it. */
  remember(value: Value, origin: Origin): void {
    this.origins.set(value.name, origin);
  }

  originOf(value: Value): Origin {
    return this.origins.get(value.name) ?? {};
  }

  /**
   * Goes back through all that was recorded.
   *
   * @param from where to begin: values, each with the gradient of the loss by it
   * @returns for each of `sources` the gradient by it; undefined where the loss does not hang on it
   */
  gradients(
    from: readonly (readonly [Value, Value])[],
    sources: readonly Value[],
  ): (Value | undefined)[] {
    const found = new Map<string, Value[]>();
    const put = ({ name }: Value, gradient: Value): unknown =>
      found.set(name, [...(found.get(name) ?? []), gradient]);
    for (const [value, gradient] of from) put(value, gradient);
    const take = (name: string): Value | undefined => {
      const parts = found.get(name);
      if (parts === undefined) return undefined;
      const sum = this.sum(parts);
      found.set(name, [sum]);
      return sum;
    };
    for (const { inputs, output: made, backward } of [...this.entries].reverse()) {
      const above = take(made.name);
      if (above === undefined) continue;
      const needed = inputs.map((input) => this.learning.has(input.name));
      const gradients = backward(above, needed);
      for (const [i, input] of inputs.entries()) {
        const gradient = gradients[i];
        if (!needed[i] || gradient === undefined) continue;
        put(input, gradient);
      }
    }
    return sources.map((source) => take(source.name));
  }

  private sum(parts: readonly Value[]): Value {
    if (parts.length === 1) return parts[0]!;
    const attributes = { T: { type: 'float32' as const }, N: { int: parts.length } };
    return this.add('AddN', parts, { shape: parts[0]!.shape, attributes });
  }
}
