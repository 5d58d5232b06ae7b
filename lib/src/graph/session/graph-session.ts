import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { impossible } from '../../errors';
import type { Tensor } from '../../tf/tensors';
import { encodeSavedModel } from '../build/encode';
import type { Graph } from '../build/graph';
import type { NativeTf, OpenSignature } from './native-tf';

/** A graph that TensorFlow has opened: its variables live in here until `dispose`. */
export class GraphSession {
  private open: Map<string, OpenSignature> | undefined;

  private constructor(open: Map<string, OpenSignature>) {
    this.open = open;
  }

  /**
   * Writes the graph as a SavedModel into a temporary folder, which is gone when this returns or
   * throws, and opens all its signatures in one session.
   */
  static async start(tf: NativeTf, graph: Graph): Promise<GraphSession> {
    const folder = mkdtempSync(join(tmpdir(), 'convolab-graph-'));
    const open = new Map<string, OpenSignature>();
    try {
      mkdirSync(join(folder, 'variables'));
      writeFileSync(join(folder, 'saved_model.pb'), encodeSavedModel(graph));
      for (const name of Object.keys(graph.signatures)) {
        open.set(name, await tf.node.loadSavedModel(folder, ['serve'], name));
      }
      return new GraphSession(open);
    } catch (error) {
      for (const signature of open.values()) signature.dispose();
      throw error;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  /**
   * Runs what one signature asks for, at once.
   *
   * @returns its outputs by name, for the caller to dispose of; the inputs stay the caller's too
   */
  run(signature: string, inputs: Record<string, Tensor>): Record<string, Tensor> {
    const opened = this.open?.get(signature);
    if (opened === undefined) {
      throw new Error(
        impossible(
          'exécuter le graphe',
          this.open === undefined
            ? 'il a été libéré par dispose()'
            : `il n'a pas été compilé pour cela (${signature})`,
          'compilez-le à nouveau avec compileGraph, en donnant loss et optimizer pour entraîner',
        ),
      );
    }
    try {
      return opened.predict(inputs);
    } catch (cause) {
      // What only shows inside: a label out of range, memory that is not there.
      const said = (cause as Error).message.replace('Session fail to run with error: ', '');
      throw new Error(
        impossible(
          'exécuter le graphe',
          `TensorFlow répond «\u00a0${said.slice(0, 200)}\u00a0»`,
          'vérifiez les étiquettes (de 0 au nombre de classes moins 1) et la taille du lot',
        ),
        { cause },
      );
    }
  }

  /** Ends the session and frees the variables. May be called twice. */
  dispose(): void {
    for (const signature of this.open?.values() ?? []) signature.dispose();
    this.open = undefined;
  }
}
