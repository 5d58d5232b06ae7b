/**
 * tslab's Jupyter server, loaded without its compiler.
 *
 * `tslab/dist/jupyter.js` requires `./converter` and `./inspect`, and with them the whole of TypeScript
 * (0.25 CPU s), though it calls them only in methods that we override. So while it loads, the module
 * cache holds two stand-ins that fetch the real module when one of its members is first read
 * (docs/adr/0002-kernel.md). Nothing of tslab is copied or changed.
 *
 * The types below are the part of tslab that the kernel stands on, and no more.
 */
import { createHmac } from 'node:crypto';
import { createRequire } from 'node:module';
import type { ZmqServer as RealServer } from 'tslab/dist/jupyter';

/** ZeroMQ's sockets, as tslab opens them. */
export type Publisher = RealServer['iopub'];
export type Router = RealServer['shell'];
export type Reply = RealServer['hb'];

export interface ConnectionInfo {
  transport: string;
  ip: string;
  key: string;
}

export interface MessageHeader {
  msg_id: string;
  msg_type: string;
  session: string;
  username: string;
  /** ISO 8601, by the sender's clock. */
  date: string;
  version: string;
}

/** One message of the Jupyter protocol, as tslab reads and writes it. */
export interface Message {
  identity: Buffer[];
  header: MessageHeader;
  parent: MessageHeader;
  metadata: unknown;
  content: unknown;
  createReply(): Message;
  signAndSend(key: string, socket: Publisher | Router): void;
}

export interface MessageClass {
  /** Throws when a frame is missing, is not JSON or carries a wrong signature. */
  fromRaw(key: string, frames: Buffer[]): Message;
}

/** What tslab's server asks of its handler in the methods that we keep. */
export interface TslabHandler {
  handleKernel(): Record<string, unknown>;
  close(): void;
}

export interface TslabServer {
  connInfo: ConnectionInfo;
  iopub: Publisher;
  shell: Router;
  control: Router;
  stdin: Router;
  hb: Reply;
  bindSocket(socket: Publisher | Router | Reply, port: number): Promise<void>;
  publishStatus(status: string, parent: Message): void;
  handleShellMessage(socket: Router, ...frames: Buffer[]): Promise<void>;
  /** Reads the connection file, opens and binds the five sockets, starts to read them. */
  init(): Promise<void>;
  close(): void;
}

interface TslabJupyter {
  ZmqServer: {
    new (handler: TslabHandler, connectionFile: string): TslabServer;
    prototype: TslabServer;
  };
  JupyterHandlerImpl: new (executor: null, isJs: boolean) => TslabHandler;
}

const load = createRequire(__filename);

function loadWithoutCompiler(): TslabJupyter {
  const late = ['tslab/dist/converter.js', 'tslab/dist/inspect.js'].map((name) =>
    load.resolve(name),
  );
  const standIns = late.filter((file) => load.cache[file] === undefined);
  for (const file of standIns) load.cache[file] = standIn(file);
  try {
    return load('tslab/dist/jupyter.js') as TslabJupyter;
  } finally {
    for (const file of standIns) Reflect.deleteProperty(load.cache, file);
  }
}

/** A loaded module whose members come from the real one, required when the first is read. */
function standIn(file: string): NodeJS.Module {
  const exports = new Proxy(
    {},
    { get: (_target, name) => (load(file) as Record<string | symbol, unknown>)[name] },
  );
  return { id: file, filename: file, loaded: true, exports } as NodeJS.Module;
}

export const { ZmqServer, JupyterHandlerImpl } = loadWithoutCompiler();

/**
 * tslab's message class, which it does not export: it hands a message to `publishStatus` before
 * anything else, so we let it parse an empty one for a server that does nothing.
 */
function findMessageClass(): MessageClass {
  let found: MessageClass | undefined;
  const idleServer = {
    connInfo: { key: '' },
    publishStatus: (_status: string, message: Message) => {
      found = message.constructor as unknown as MessageClass;
    },
    handleKernelInfo: () => undefined,
  };
  const body = ['{"msg_type":"kernel_info_request"}', '{}', '{}', '{}'];
  const signature = createHmac('sha256', '').update(body.join('')).digest('hex');
  const frames = ['<IDS|MSG>', signature, ...body].map((text) => Buffer.from(text));
  const server = idleServer as unknown as TslabServer;
  void ZmqServer.prototype.handleShellMessage.call(server, server.shell, ...frames);
  if (found === undefined) {
    throw new Error(
      "Looking for tslab's message class: its server did not pass a message to publishStatus. " +
        'The kernel is written for tslab 1.0.22; install that version.',
    );
  }
  return found;
}

export const MessageFormat = findMessageClass();
