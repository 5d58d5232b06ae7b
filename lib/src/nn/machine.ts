import { impossible, shapeCode } from '../errors';
import { arrayOf, Volume } from '../volume/volume';
import { chooseEngine, type EngineName } from './engine/choose-engine';
import type { Engine } from './engine/engine';
import type { Parameter } from './optimizers/optimizer';
import type { LiveStage } from './pass';
import { initialWeights, weightName, type Stage } from './stages';

/** Frees the weights of networks that nobody holds any more. */
const forgotten = new FinalizationRegistry<() => void>((free) => free());

/** A network that can compute: its stages with their weights, in the engine's memory. */
export class Machine {
  readonly engine: Engine;
  readonly stages: readonly LiveStage[];
  /** What learns, in the order of the stages. */
  readonly parameters: readonly Parameter[];
  private readonly weights: ReadonlyMap<string, Volume>;
  private readonly free: () => void;

  constructor(stages: readonly Stage[], engineName: EngineName, seed: number) {
    this.engine = chooseEngine(engineName);
    const { engine } = this;
    const weights = new Map<string, Volume>();
    for (const [name, value] of initialWeights(stages, engine.dtype, seed)) {
      weights.set(name, engine.adopt(value));
    }
    this.weights = weights;
    this.stages = stages.map((stage) => {
      const own = stage.specs.map((spec) => [spec.name, weights.get(weightName(stage, spec))!]);
      return { ...stage, weights: Object.fromEntries(own) as Record<string, Volume> };
    });
    this.parameters = stages.flatMap((stage) =>
      stage.specs
        .filter((spec) => spec.trainable)
        .map((spec) => weightName(stage, spec))
        .map((name) => ({ name, value: weights.get(name)! })),
    );
    this.free = () => {
      for (const weight of weights.values()) engine.release(weight);
      weights.clear();
    };
    forgotten.register(this, this.free, this);
  }

  /** What computes the logits: all stages but a softmax at the end, which the loss brings itself. */
  get untilLogits(): readonly LiveStage[] {
    return this.stages.at(-1)!.layer.type === 'softmax' ? this.stages.slice(0, -1) : this.stages;
  }

  copyWeights(): Record<string, Volume> {
    const copies: Record<string, Volume> = {};
    for (const [name, { shape, data }] of this.weights) {
      copies[name] = new Volume(shape, arrayOf(this.engine.dtype, data));
    }
    return copies;
  }

  /** @throws RangeError when there is none of that name, or one of another shape; then none is set */
  setWeights(given: Readonly<Record<string, Volume>>): void {
    const doing = 'donner ses poids au réseau';
    const names = [...this.weights.keys()].join(', ');
    for (const [name, { shape }] of Object.entries(given)) {
      const mine = this.weights.get(name);
      if (mine === undefined) {
        throw new RangeError(
          impossible(doing, `il n'a pas de poids ${name}`, `choisissez parmi ${names}`),
        );
      }
      if (shapeCode(mine.shape) === shapeCode(shape)) continue;
      throw new RangeError(
        impossible(
          doing,
          `${name} a la forme ${shapeCode(mine.shape)} mais on donne ${shapeCode(shape)}`,
          'donnez des poids de la même forme',
        ),
      );
    }
    for (const [name, { data }] of Object.entries(given)) this.weights.get(name)!.data.set(data);
  }

  dispose(): void {
    forgotten.unregister(this);
    this.free();
  }
}
