import type { Value } from '../build/value';
import { translations } from '../ops';
import type { Tape } from '../tape';
import { UnsupportedError } from '../unsupported';
import type { LayerView } from './layer';
import { isModel, type LayerInside, type ModelInside, type SymbolicInside } from './tfjs-inside';
import type { Variable, Variables } from './variables';
import type { Weights } from './weights';

/** One forward pass through a model: its layers become nodes of the graph. */
export class ModelTranslation {
  private readonly reads = new Map<string, Value>();
  private readonly assigned = new Set<Variable>();

  constructor(
    private readonly tape: Tape,
    private readonly variables: Variables,
    private readonly weights: Weights,
  ) {}

  /**
   * @returns the model's outputs
   * @throws UnsupportedError that names the first layer without translation
   */
  run(model: ModelInside, inputs: readonly Value[]): Value[] {
    const known = new Map(model.inputs.map((tensor, i) => [tensor.id, inputs[i]!]));
    const compute = (tensor: SymbolicInside): Value => {
      const found = known.get(tensor.id);
      if (found !== undefined) return found;
      const layer = tensor.sourceLayer;
      const { inputTensors, outputTensors } = layer.inboundNodes[tensor.nodeIndex]!;
      const made = this.layer(layer, inputTensors.map(compute), tensor);
      for (const [i, output] of outputTensors.entries()) known.set(output.id, made[i]!);
      return made[tensor.tensorIndex]!;
    };
    return model.outputs.map(compute);
  }

  /** What was read of the weights that learn, by the name of the variable. */
  get learned(): ReadonlyMap<string, Value> {
    return this.reads;
  }

  private layer(layer: LayerInside, inputs: readonly Value[], output: SymbolicInside): Value[] {
    if (isModel(layer)) return this.run(layer, inputs);
    const view = this.view(layer, output);
    const translation = translations[view.className];
    if (translation === undefined) return view.refuse(`la couche ${view.className}`);
    for (const [option, value] of Object.entries(view.config)) {
      const extra =
        /(Regularizer|Constraint)$/.test(option) && value !== null && value !== undefined;
      if (extra && this.tape.training) view.refuse(`l'option ${option}`);
    }
    return [translation(this.tape, inputs, view)];
  }

  private view(layer: LayerInside, output: SymbolicInside): LayerView {
    const refuse = (what: string): never => {
      throw UnsupportedError.untranslated(what, layer.name);
    };
    const weightIfAny = (property: string): Value | undefined => {
      const bound = this.weights.of(layer, property);
      if (bound === undefined) return undefined;
      const { name } = bound.variable;
      const known = this.reads.get(name);
      if (known !== undefined) return known;
      const read = this.variables.read(bound.variable);
      if (bound.trainable) this.tape.watch(read);
      this.reads.set(name, read);
      return read;
    };
    return {
      name: layer.name,
      className: layer.getClassName(),
      config: layer.getConfig(),
      outputShape: output.shape,
      trainable: this.weights.learning.has(layer),
      weightIfAny,
      weight: (property) => weightIfAny(property) ?? refuse(`sans ${property}, elle`),
      assign: (property, value) => {
        const { variable } = this.weights.of(layer, property)!;
        if (this.assigned.has(variable))
          refuse(`une couche utilisée deux fois qui change ${property}`);
        this.assigned.add(variable);
        this.tape.updates.push(this.variables.assign(variable, value));
      },
      refuse,
    };
  }
}
