import { impossible } from '../../errors';
import type { Volume } from '../../volume/volume';

/** A weight that learns: its name in the network, and its numbers. */
export interface Parameter {
  /** `conv2d/kernel`, `dense_2/bias` ... */
  name: string;
  value: Volume;
}

export type Numbers = Float32Array | Float64Array;

/** An optimiser as a file keeps it. */
export interface OptimizerState {
  kind: string;
  options: Record<string, number>;
  steps: number;
  /** By name of slot (`m`, `v`) and of weight. */
  slots: Record<string, Record<string, Numbers>>;
}

/** The rule by which one weight changes, in place. `slots` are what it remembers of the weight. */
export interface Rule {
  readonly kind: string;
  readonly options: Readonly<Record<string, number>>;
  /** Names of the slots, each as long as the weight and 0 in the beginning. */
  readonly slots: readonly string[];
  /**
   * @param gradient of the loss, for each number of the weight
   * @param step how many steps were done before, from 0
   */
  update(
    weight: Numbers,
    gradient: Numbers,
    slots: readonly Numbers[],
    learningRate: number,
    step: number,
  ): void;
}

/**
 * Changes weights so that the loss falls. It remembers something of each weight (but for plain SGD),
 * so one optimiser goes with one network; given to a second `fit` of it, it goes on where it was.
 */
export class Optimizer {
  /** Steps done so far. */
  steps = 0;
  private readonly memory = new Map<string, Numbers[]>();

  constructor(private readonly rule: Rule) {}

  /** Its name: `adam`, `momentum`, `sgd`. */
  get kind(): string {
    return this.rule.kind;
  }

  /** What it was made with. */
  get options(): Readonly<Record<string, number>> {
    return this.rule.options;
  }

  /** Names of what it remembers of each weight. */
  get slotNames(): readonly string[] {
    return this.rule.slots;
  }

  /**
   * One step.
   *
   * @param gradients one a parameter, of its shape
   * @throws RangeError when a parameter has another size than in the steps before
   */
  step(parameters: readonly Parameter[], gradients: readonly Volume[], learningRate: number): void {
    for (const [i, { name, value }] of parameters.entries()) {
      const slots = this.slotsOf(name, value.data);
      this.rule.update(value.data, gradients[i]!.data, slots, learningRate, this.steps);
    }
    this.steps++;
  }

  /** Everything needed to go on elsewhere; the numbers are the optimiser's own. */
  state(): OptimizerState {
    const slots: OptimizerState['slots'] = {};
    for (const [i, slot] of this.rule.slots.entries()) {
      slots[slot] = Object.fromEntries([...this.memory].map(([name, kept]) => [name, kept[i]!]));
    }
    return { kind: this.kind, options: { ...this.options }, steps: this.steps, slots };
  }

  /** Takes up what `state` gave. */
  restore({ steps, slots }: OptimizerState): void {
    this.steps = steps;
    this.memory.clear();
    for (const slot of this.rule.slots) {
      for (const [name, numbers] of Object.entries(slots[slot] ?? {})) {
        this.memory.set(name, [...(this.memory.get(name) ?? []), numbers]);
      }
    }
  }

  private slotsOf(name: string, weight: Numbers): readonly Numbers[] {
    let slots = this.memory.get(name);
    if (slots === undefined) {
      slots = this.rule.slots.map(() =>
        weight instanceof Float32Array
          ? new Float32Array(weight.length)
          : new Float64Array(weight.length),
      );
      this.memory.set(name, slots);
    }
    if (slots.every((slot) => slot.length === weight.length)) return slots;
    throw new RangeError(
      impossible(
        'faire un pas de descente',
        `l'optimiseur se souvient d'un poids ${name} de ${slots[0]!.length} nombres mais il en a ${weight.length}`,
        'créez un optimiseur par réseau, avec adam() par exemple',
      ),
    );
  }
}
