import type { InputRankRefusal } from './conv-refusals';
import type { Impossible } from './impossible';
import type { Shape } from './shape-of';
import type { MayEqual } from './whole';

/**
 * The shape of what `dense` gives for an input of shape X and weights of shape K, or the text of the
 * error where the units do not go together.
 */
export type DenseShape<X extends Shape, K extends Shape> = number extends X['length']
  ? Shape
  : X extends readonly [infer Units extends number]
    ? OfRow<[], Units, K>
    : X extends readonly [infer B extends number, infer Units extends number]
      ? OfRow<[B], Units, K>
      : InputRankRefusal<
          X,
          '1 ou 2',
          Doing,
          "l'entrée",
          "donnez [unités] ou un lot [lot, unités], au besoin en aplatissant l'image avec flatten"
        >;

type Doing = 'calculer la couche dense';

type OfRow<Batch extends Shape, Units extends number, K extends Shape> = number extends K['length']
  ? readonly [...Batch, number]
  : K extends readonly [infer KernelUnits extends number, infer Out extends number]
    ? MayEqual<Units, KernelUnits> extends true
      ? readonly [...Batch, Out]
      : Impossible<
          Doing,
          `l'entrée a ${Units} ${Units extends 1 ? 'unité' : 'unités'} mais la matrice de poids en attend ${KernelUnits}`,
          `donnez des poids [${Units}, unités]`
        >
    : InputRankRefusal<
        K,
        '2',
        Doing,
        'la matrice de poids',
        "donnez des poids [unités d'entrée, unités]"
      >;
