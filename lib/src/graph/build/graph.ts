import type { Attributes } from './attribute';
import { nodeOf, type DType, type Shape, type Value } from './value';

/** One operation of TensorFlow in the graph. */
export interface GraphNode {
  name: string;
  op: string;
  /** Values by name; `^name` only waits for that node. */
  inputs: string[];
  attributes: Attributes;
}

export interface NodeOptions {
  /** Its output's. With several outputs: of the first one. */
  shape: Shape;
  dtype?: DType;
  attributes?: Attributes;
  /** Nodes that must have run before. */
  after?: readonly (Value | string)[];
  /** What to call it; a number is put behind where the name is taken. */
  name?: string;
}

/** Named inputs and outputs: what one run of the graph takes and gives. */
export interface Signature {
  inputs: Record<string, Value>;
  outputs: Record<string, Value>;
}

/** A TensorFlow graph under construction: nodes are added, never changed. */
export class Graph {
  readonly nodes: GraphNode[] = [];
  readonly signatures: Record<string, Signature> = {};
  private readonly taken = new Map<string, number>();
  private readonly constants = new Map<string, Value>();

  /** Adds a node of one output. */
  add(op: string, inputs: readonly Value[], options: NodeOptions): Value {
    const { shape, dtype = 'float32', attributes = {}, after = [] } = options;
    const name = this.freeName(options.name ?? op);
    const waits = after.map((node) => `^${nodeOf(node)}`);
    this.nodes.push({ name, op, inputs: [...inputs.map((i) => i.name), ...waits], attributes });
    return { name: `${name}:0`, shape, dtype };
  }

  /** Another output of the node that `first` comes from. */
  output(first: Value, index: number, shape: Shape): Value {
    return { name: `${nodeOf(first)}:${index}`, shape, dtype: first.dtype };
  }

  /** An array that is fed to each run. */
  placeholder(name: string, shape: Shape, dtype: DType = 'float32'): Value {
    const attributes = { dtype: { type: dtype }, shape: { shape } };
    return this.add('Placeholder', [], { name, shape, dtype, attributes });
  }

  /** Numbers that never change. The same numbers asked for twice are one node. */
  constant(
    values: readonly number[],
    shape: readonly number[] = [values.length],
    dtype: 'float32' | 'int32' = 'int32',
  ): Value {
    const key = `${dtype} ${shape.join()} ${values.join()}`;
    const known = this.constants.get(key);
    if (known !== undefined) return known;
    const attributes = { dtype: { type: dtype }, value: { tensor: { dtype, shape, values } } };
    const made = this.add('Const', [], { name: 'const', shape, dtype, attributes });
    this.constants.set(key, made);
    return made;
  }

  /** A single number. */
  scalar(value: number, dtype: 'float32' | 'int32' = 'float32'): Value {
    return this.constant([value], [], dtype);
  }

  private freeName(wanted: string): string {
    const clean = wanted.replace(/[^A-Za-z0-9_./-]/g, '_').replace(/^[^A-Za-z0-9.]/, 'n');
    const count = this.taken.get(clean) ?? 0;
    this.taken.set(clean, count + 1);
    return count === 0 ? clean : this.freeName(`${clean}_${count}`);
  }
}
