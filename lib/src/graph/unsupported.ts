import { impossible } from '../errors';

/** The graph is not on offer for this model. `train` catches it and trains eagerly. */
export class UnsupportedError extends Error {
  /** Tells it from other errors. */
  override readonly name = 'UnsupportedError';
  /** Why, as a clause in French. */
  readonly reason: string;
  /** Name of the layer in the model; undefined where it is not a layer's doing. */
  readonly layer: string | undefined;

  constructor(reason: string, layer?: string, next = 'choisissez une autre couche') {
    super(
      impossible(
        'traduire le réseau en un graphe',
        reason,
        `appelez train, qui entraîne alors le réseau pas à pas, ou ${next}`,
      ),
    );
    this.reason = reason;
    this.layer = layer;
  }

  /**
   * A layer or an option that no one has translated.
   *
   * @param what what has no translation, as the subject of a sentence in French
   */
  static untranslated(what: string, layer?: string): UnsupportedError {
    const where = layer === undefined ? '' : `, dans la couche '${layer}',`;
    return new UnsupportedError(`${what}${where} n'a pas de traduction`, layer);
  }

  /** TensorFlow's library is not there, or plain JavaScript was asked for. */
  static notNative(): UnsupportedError {
    return new UnsupportedError(
      'tfjs calcule ici en JavaScript pur, sans la bibliothèque native de TensorFlow',
      undefined,
      '«\u00a0npm run doctor\u00a0» pour savoir ce qui manque',
    );
  }
}
