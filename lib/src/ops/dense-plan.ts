import { impossible, shapeCode } from '../errors';

/** What a dense layer computes: `batch` rows of `inUnits` numbers into as many rows of `units`. */
export interface DensePlan {
  batch: number;
  inUnits: number;
  units: number;
  /** The output's, of the input's rank. */
  outputShape: number[];
}

/**
 * Reads and checks the shapes of a dense layer.
 *
 * @param input `[inUnits]` or `[batch, inUnits]`
 * @param kernel `[inUnits, units]`
 * @param doing how an error begins
 * @throws RangeError when ranks or units do not fit
 */
export function densePlan(
  input: readonly number[],
  kernel: readonly number[],
  doing: string,
): DensePlan {
  const [first, inUnits = first] = input;
  const [kernelInUnits, units] = kernel;
  if (first === undefined || inUnits === undefined || input.length > 2) {
    throw new RangeError(
      impossible(
        doing,
        `l'entrée a la forme ${shapeCode(input)}, de rang ${input.length}, mais il faut un rang de 1 ou 2`,
        "donnez [unités] ou un lot [lot, unités], au besoin en aplatissant l'image avec flatten",
      ),
    );
  }
  if (kernelInUnits === undefined || units === undefined || kernel.length > 2) {
    throw new RangeError(
      impossible(
        doing,
        `la matrice de poids a la forme ${shapeCode(kernel)}, de rang ${kernel.length}, mais il faut un rang de 2`,
        "donnez des poids [unités d'entrée, unités]",
      ),
    );
  }
  if (kernelInUnits !== inUnits) {
    throw new RangeError(
      impossible(
        doing,
        `l'entrée a ${inUnits} unité${inUnits > 1 ? 's' : ''} mais la matrice de poids en attend ${kernelInUnits}`,
        `donnez des poids [${inUnits}, unités]`,
      ),
    );
  }
  const single = input.length === 1;
  return {
    batch: single ? 1 : first,
    inUnits,
    units,
    outputShape: single ? [units] : [first, units],
  };
}
