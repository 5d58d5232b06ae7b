import { impossible } from '../errors';

const doing = 'traduire le réseau en un graphe';

/**
 * The graph has no translation for this layer or option. `train` catches it and trains eagerly.
 */
export class UnsupportedError extends Error {
  override readonly name = 'UnsupportedError';
  /** Name of the layer in the model; undefined where it is not a layer's doing. */
  readonly layer: string | undefined;

  /** @param what what is not translated, as the subject of a sentence in French */
  constructor(what: string, layer?: string) {
    const where = layer === undefined ? '' : `, dans la couche '${layer}',`;
    super(
      impossible(
        doing,
        `${what}${where} n'a pas de traduction`,
        'appelez train, qui entraîne alors le réseau pas à pas, ou choisissez une autre couche',
      ),
    );
    this.layer = layer;
  }
}
