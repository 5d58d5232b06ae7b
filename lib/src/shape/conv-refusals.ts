import type { Channels, Impossible, ShapeCode } from './impossible';
import type { Shape } from './shape-of';
import type { Divides, MayEqual, Product } from './whole';

/**
 * Checks the channels of a kernel, and that groups share its filters: `Out` where they go with the
 * input's, else the text of the error.
 *
 * @typeParam C channels of the input
 * @typeParam KernelC channels of each filter: C / G
 * @typeParam Filters of the kernel: a multiple of G
 * @typeParam G groups
 * @typeParam Input how the error names the input: « l'image »
 * @typeParam Layout of the kernel to give instead
 */
export type WithChannels<
  Out,
  C extends number,
  KernelC extends number,
  Filters extends number,
  G extends number,
  Doing extends string,
  Input extends string,
  Layout extends string,
> =
  MayEqual<Product<KernelC, G>, C> extends true
    ? G extends 1
      ? Out
      : Divides<G, Filters> extends true
        ? Out
        : Impossible<
            Doing,
            `le noyau a ${Filters} ${Filters extends 1 ? 'filtre' : 'filtres'} mais il faut un multiple de ${G}, le nombre de groupes (groups)`,
            `donnez un noyau ${Layout} dont le nombre de filtres est un multiple de ${G}`
          >
    : Impossible<
        Doing,
        `${Input} a ${Channels<C>} mais le noyau en attend ${KernelC}${G extends 1 ? '' : ` dans chacun des ${G} groupes`}`,
        `donnez un noyau ${Layout}`
      >;

/** The text of the error for a kernel of another rank than the input demands. */
export type KernelRankRefusal<
  X extends Shape,
  K extends Shape,
  Wanted extends number,
  Doing extends string,
  Input extends string,
  Layout extends string,
> = Impossible<
  Doing,
  `le noyau a la forme ${ShapeCode<K>}, de rang ${K['length']}, mais ${Input} de rang ${X['length']} demande un noyau de rang ${Wanted}`,
  `donnez un noyau ${Layout}`
>;

/** The text of the error for an input of a rank that the operation does not take. */
export type InputRankRefusal<
  X extends Shape,
  Wanted extends string,
  Doing extends string,
  Input extends string,
  Next extends string,
> = Impossible<
  Doing,
  `${Input} a la forme ${ShapeCode<X>}, de rang ${X['length']}, mais il faut un rang de ${Wanted}`,
  Next
>;

export type GiveImage =
  'donnez une image [hauteur, largeur], [hauteur, largeur, canaux] ou un lot [lot, hauteur, largeur, canaux]';
export type GiveImageWithChannels =
  'donnez une image [hauteur, largeur, canaux] ou un lot [lot, hauteur, largeur, canaux]';
