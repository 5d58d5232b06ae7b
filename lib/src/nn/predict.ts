import { impossible, shapeCode } from '../errors';
import { checkVolume } from '../fast/engine/check';
import { Volume } from '../volume/volume';
import type { Machine } from './machine';
import { forward } from './pass';

/**
 * A network's answers, batch by batch.
 *
 * @param inputs `[count, ...inputShape]`, or one item
 * @returns `[count, ...outputShape]`, or `outputShape` for one item
 * @throws RangeError when the shape does not fit
 */
export function predict({ engine, stages }: Machine, inputs: Volume, batchSize: number): Volume {
  checkVolume(inputs, "l'entrée", 'calculer les réponses du réseau');
  const { inputShape } = stages[0]!;
  const { outputShape } = stages.at(-1)!;
  const single = shapeCode(inputs.shape) === shapeCode(inputShape);
  if (!single && shapeCode(inputs.shape.slice(1)) !== shapeCode(inputShape)) {
    throw new RangeError(
      impossible(
        'calculer les réponses du réseau',
        `l'entrée a la forme ${shapeCode(inputs.shape)} mais le réseau attend un lot de ${shapeCode(inputShape)}`,
        `donnez une forme [nombre, ${inputShape.join(', ')}], ou une seule entrée ${shapeCode(inputShape)}`,
      ),
    );
  }
  const count = single ? 1 : inputs.shape[0]!;
  const inSize = inputs.size / count;
  const outSize = outputShape.reduce((product, length) => product * length, 1);
  const output = Volume.zeros([count, ...outputShape], engine.dtype);
  const options = { engine, training: false, seed: 0 };
  for (let start = 0; start < count; start += batchSize) {
    const end = Math.min(start + batchSize, count);
    const numbers = inputs.data.subarray(start * inSize, end * inSize);
    const part =
      engine.dtype === 'float32' ? Float32Array.from(numbers) : Float64Array.from(numbers);
    const batch = new Volume([end - start, ...inputShape], part);
    const answers = engine.scope(() => forward(stages, batch, options).at(-1)!);
    output.data.set(answers.data, start * outSize);
  }
  return single ? output.reshape(outputShape) : output;
}
