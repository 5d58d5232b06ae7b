import type { Graph } from '../build/graph';
import type { Value } from '../build/value';

/** Numbers that stay in the session from run to run. */
export interface Variable {
  /** The same for the same architecture, whatever tfjs called its layers: `0.kernel`. */
  readonly name: string;
  readonly shape: readonly number[];
  /** What TensorFlow's operations on variables take. */
  readonly handle: Value;
}

/** All variables of a graph: weights, and what the optimiser keeps beside them. */
export class Variables {
  readonly all: Variable[] = [];

  constructor(private readonly graph: Graph) {}

  declare(name: string, shape: readonly number[]): Variable {
    const variable = this.derived(name, shape);
    this.all.push(variable);
    return variable;
  }

  /** A variable that hangs on the others, and so is no part of the state. */
  derived(name: string, shape: readonly number[]): Variable {
    const handle = this.graph.add('VarHandleOp', [], {
      name,
      shape: [],
      dtype: 'resource',
      attributes: {
        dtype: { type: 'float32' },
        shape: { shape },
        shared_name: { text: name },
        container: { text: '' },
      },
    });
    return { name, shape, handle };
  }

  /** What the variable holds at that moment of the run. */
  read({ name, shape, handle }: Variable): Value {
    const attributes = { dtype: { type: 'float32' as const } };
    return this.graph.add('ReadVariableOp', [handle], { name: `read/${name}`, shape, attributes });
  }

  /** Puts a value into the variable. */
  assign({ name, handle }: Variable, value: Value): Value {
    const attributes = { dtype: { type: 'float32' as const } };
    return this.graph.add('AssignVariableOp', [handle, value], {
      name: `assign/${name}`,
      shape: [],
      attributes,
    });
  }
}
