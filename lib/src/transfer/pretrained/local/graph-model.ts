import type * as Tfjs from '@tensorflow/tfjs';

import type { LayersModel } from '../../../tf/models';
import { wholeTf } from '../../../tf/whole-tf';
import type { Artifacts } from './read-artifacts';
import { firstLine, refuseFile } from './refuse-file';

const tf = wholeTf();

/** A graph that TensorFlow's converter made, as one layer: it answers, and learns nothing. */
class FrozenGraph extends tf.layers.Layer {
  static readonly className = 'FrozenGraph';

  constructor(
    private readonly graph: Tfjs.GraphModel,
    private readonly answer: Tfjs.Shape,
  ) {
    super({ name: 'graph', trainable: false });
  }

  override call(inputs: Tfjs.Tensor | Tfjs.Tensor[]): Tfjs.Tensor {
    const x = Array.isArray(inputs) ? inputs[0]! : inputs;
    return tf.tidy(() => this.graph.predict(x) as Tfjs.Tensor);
  }

  override computeOutputShape(): Tfjs.Shape {
    return this.answer;
  }
}

/**
 * A graph model as a model of one layer, so that it is used as the others.
 *
 * @throws Error when tfjs cannot read it, or it has not one input of a known shape and one output
 */
export async function graphModel(file: string, { io }: Artifacts): Promise<LayersModel> {
  const graph = await load(file, io);
  const [first] = graph.inputs;
  const shape = (first?.shape ?? []).slice(1);
  const size = shape.reduce((product, length) => product * length, 1);
  if (
    graph.inputs.length !== 1 ||
    graph.outputs.length !== 1 ||
    !(size > 0 && size <= mostInputs)
  ) {
    return refuseFile(
      file,
      'il n’a pas une entrée d’une taille connue et une sortie',
      'donnez un modèle qui classe des images d’une taille fixe',
    );
  }
  const input = tf.input({ shape, name: 'input' });
  const output = new FrozenGraph(graph, answerShape(file, graph, shape)).apply(input) as Tfjs.SymbolicTensor; // prettier-ignore
  return tf.model({ name: 'graph_model', inputs: input, outputs: output }) as unknown as LayersModel; // prettier-ignore
}

/** Numbers of an image at most. */
const mostInputs = 50_000_000;

/** A graph does not say what comes out of it: it is asked once, with nothing on the image. */
function answerShape(file: string, graph: Tfjs.GraphModel, shape: number[]): Tfjs.Shape {
  try {
    const answer = tf.tidy(() => (graph.predict(tf.zeros([1, ...shape])) as Tfjs.Tensor).shape);
    return [null, ...answer.slice(1)];
  } catch (error) {
    return refuseFile(file, `il ne répond pas (${firstLine(error)})`);
  }
}

async function load(file: string, io: Tfjs.io.ModelArtifacts): Promise<Tfjs.GraphModel> {
  try {
    return await tf.loadGraphModel(tf.io.fromMemory(io));
  } catch (error) {
    return refuseFile(file, `tfjs ne peut pas le reconstruire (${firstLine(error)})`);
  }
}
