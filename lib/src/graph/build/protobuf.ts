/* eslint-disable @typescript-eslint/no-require-imports -- tfjs-node ships no declarations of it */
/** TensorFlow's protocol buffers as tfjs-node ships them, as far as a graph needs them. */

export interface Message {
  serializeBinary(): Uint8Array;
}

interface MessageMap<T> {
  set(key: string, value: T): unknown;
}

export interface AttrValueMessage extends Message {
  setType(type: number): void;
  setI(value: number): void;
  setF(value: number): void;
  setB(value: boolean): void;
  setS(bytes: Uint8Array): void;
  setShape(shape: Message): void;
  setTensor(tensor: Message): void;
  setList(list: Message): void;
}

interface NodeDefMessage extends Message {
  setName(name: string): void;
  setOp(op: string): void;
  setInputList(inputs: string[]): void;
  getAttrMap(): MessageMap<Message>;
}

interface TensorInfoMessage extends Message {
  setName(name: string): void;
  setDtype(type: number): void;
  setTensorShape(shape: Message): void;
}

interface SignatureDefMessage extends Message {
  getInputsMap(): MessageMap<Message>;
  getOutputsMap(): MessageMap<Message>;
  setMethodName(name: string): void;
}

interface VersionDefMessage extends Message {
  setProducer(version: number): void;
  setMinConsumer(version: number): void;
}

interface GraphDefMessage extends Message {
  setNodeList(nodes: Message[]): void;
  setVersions(versions: Message): void;
}

interface MetaInfoDefMessage extends Message {
  setTagsList(tags: string[]): void;
}

interface MetaGraphDefMessage extends Message {
  setMetaInfoDef(info: Message): void;
  setGraphDef(graph: Message): void;
  getSignatureDefMap(): MessageMap<Message>;
}

interface SavedModelMessage extends Message {
  setSavedModelSchemaVersion(version: number): void;
  setMetaGraphsList(graphs: Message[]): void;
}

interface TensorMessage extends Message {
  setDtype(type: number): void;
  setTensorShape(shape: Message): void;
  setTensorContent(bytes: Uint8Array): void;
  setFloatValList(values: number[]): void;
  setIntValList(values: number[]): void;
}

interface DimMessage extends Message {
  setSize(size: number): void;
}

interface ShapeMessage extends Message {
  setDimList(dims: Message[]): void;
}

interface ListValueMessage extends Message {
  setIList(values: number[]): void;
}

type Made<T> = new () => T;

export interface Messages {
  AttrValue: Made<AttrValueMessage> & { ListValue: Made<ListValueMessage> };
  NodeDef: Made<NodeDefMessage>;
  TensorInfo: Made<TensorInfoMessage>;
  SignatureDef: Made<SignatureDefMessage>;
  VersionDef: Made<VersionDefMessage>;
  GraphDef: Made<GraphDefMessage>;
  MetaGraphDef: Made<MetaGraphDefMessage> & { MetaInfoDef: Made<MetaInfoDefMessage> };
  SavedModel: Made<SavedModelMessage>;
  Tensor: Made<TensorMessage>;
  TensorShape: Made<ShapeMessage> & { Dim: Made<DimMessage> };
}

let loaded: Messages | undefined;

/** @throws Error where tfjs-node is not installed */
export function messages(): Messages {
  loaded ??= require('@tensorflow/tfjs-node/dist/proto/api_pb') as Messages;
  return loaded;
}
