import type { Attribute, Constant } from './attribute';
import type { Graph, GraphNode, Signature } from './graph';
import { messages, type Message } from './protobuf';
import type { DType, Shape, Value } from './value';

/** Numbers of TensorFlow's `DataType`. */
const typeNumbers: Record<DType, number> = { float32: 1, int32: 3, bool: 10, resource: 20 };

/**
 * The version that GraphDef says it was written by: that of TensorFlow 2.9, the library tfjs-node was
 * made for. Newer ones read it as well.
 */
const producerVersion = 1087;

/** The graph as the bytes of a `saved_model.pb`, one meta graph with the tag `serve`. */
export function encodeSavedModel(graph: Graph): Uint8Array {
  const { GraphDef, MetaGraphDef, SavedModel, VersionDef } = messages();
  const versions = new VersionDef();
  versions.setProducer(producerVersion);
  const graphDef = new GraphDef();
  graphDef.setNodeList(graph.nodes.map(encodeNode));
  graphDef.setVersions(versions);

  const info = new MetaGraphDef.MetaInfoDef();
  info.setTagsList(['serve']);
  const metaGraph = new MetaGraphDef();
  metaGraph.setMetaInfoDef(info);
  metaGraph.setGraphDef(graphDef);
  for (const [name, signature] of Object.entries(graph.signatures)) {
    metaGraph.getSignatureDefMap().set(name, encodeSignature(signature));
  }

  const savedModel = new SavedModel();
  savedModel.setSavedModelSchemaVersion(1);
  savedModel.setMetaGraphsList([metaGraph]);
  return savedModel.serializeBinary();
}

function encodeNode({ name, op, inputs, attributes }: GraphNode): Message {
  const node = new (messages().NodeDef)();
  node.setName(name);
  node.setOp(op);
  // TensorFlow's own writers leave out ":0".
  node.setInputList(inputs.map((input) => input.replace(/:0$/, '')));
  for (const [key, attribute] of Object.entries(attributes)) {
    node.getAttrMap().set(key, encodeAttribute(attribute));
  }
  return node;
}

function encodeAttribute(attribute: Attribute): Message {
  const { AttrValue } = messages();
  const value = new AttrValue();
  if ('type' in attribute) value.setType(typeNumbers[attribute.type]);
  else if ('int' in attribute) value.setI(attribute.int);
  else if ('real' in attribute) value.setF(attribute.real);
  else if ('flag' in attribute) value.setB(attribute.flag);
  else if ('text' in attribute) value.setS(Buffer.from(attribute.text));
  else if ('shape' in attribute) value.setShape(encodeShape(attribute.shape));
  else if ('tensor' in attribute) value.setTensor(encodeConstant(attribute.tensor));
  else {
    const list = new AttrValue.ListValue();
    list.setIList([...attribute.ints]);
    value.setList(list);
  }
  return value;
}

function encodeShape(shape: Shape): Message {
  const { TensorShape } = messages();
  const message = new TensorShape();
  message.setDimList(
    shape.map((length) => {
      const dim = new TensorShape.Dim();
      dim.setSize(length ?? -1);
      return dim;
    }),
  );
  return message;
}

function encodeConstant({ dtype, shape, values }: Constant): Message {
  const tensor = new (messages().Tensor)();
  tensor.setDtype(typeNumbers[dtype]);
  tensor.setTensorShape(encodeShape(shape));
  if (dtype === 'float32') tensor.setFloatValList([...values]);
  else tensor.setIntValList([...values]);
  return tensor;
}

function encodeSignature({ inputs, outputs }: Signature): Message {
  const message = new (messages().SignatureDef)();
  message.setMethodName('tensorflow/serving/predict');
  for (const [name, value] of Object.entries(inputs)) {
    message.getInputsMap().set(name, encodeInfo(value));
  }
  for (const [name, value] of Object.entries(outputs)) {
    message.getOutputsMap().set(name, encodeInfo(value));
  }
  return message;
}

function encodeInfo({ name, shape, dtype }: Value): Message {
  const info = new (messages().TensorInfo)();
  info.setName(name);
  info.setDtype(typeNumbers[dtype]);
  info.setTensorShape(encodeShape(shape));
  return info;
}
