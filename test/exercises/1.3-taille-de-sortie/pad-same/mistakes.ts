/** Mistakes that students make in padSame, known by what they give. */
import type { Mistake } from '../../mistake';
import {
  rightPad,
  sameShare,
  sameTotal,
  surround,
  transpose,
  wrongPad,
  wrongShare,
} from '../parts';
import type { PadSame, Pair } from '../types';

const both = (count: number): Pair => [count, count];

export const mistakes: Mistake<PadSame>[] = [
  {
    name: 'autant de zéros de chaque côté, le reste oublié',
    hint: 'Quand le total est impair, il reste une rangée : elle va en bas, ou à droite.',
    answer: wrongShare((size, f, s) => both(Math.floor(sameTotal(size, f, s) / 2))),
  },
  {
    name: 'autant de zéros de chaque côté, le reste compté deux fois',
    hint: 'Le total est exact : quand il est impair, un côté reçoit une rangée de plus que l’autre.',
    answer: wrongShare((size, f, s) => both(Math.ceil(sameTotal(size, f, s) / 2))),
  },
  {
    name: 'le zéro de plus est en haut et à gauche',
    hint: 'TensorFlow met la rangée de plus à la fin : en bas et à droite.',
    answer: wrongShare((size, f, s) => {
      const [before, after] = sameShare(size, f, s);
      return [after, before];
    }),
  },
  {
    name: 'le pas est ignoré',
    hint: 'La sortie n’a que ⌈N / S⌉ cases : avec un pas, il faut souvent moins de zéros.',
    answer: wrongShare((size, f) => sameShare(size, f, 1)),
  },
  {
    name: 'la taille de sortie est arrondie vers le bas',
    hint: 'La sortie de « same » a ⌈N / S⌉ cases : arrondissez vers le haut.',
    answer: wrongShare((size, f, s) => {
      const total = Math.max(0, (Math.max(1, Math.floor(size / s)) - 1) * s + f - size);
      return [Math.floor(total / 2), Math.ceil(total / 2)];
    }),
  },
  {
    name: 'tous les zéros sont à la fin',
    hint: 'La moitié du total va en haut et à gauche.',
    answer: wrongShare((size, f, s) => [0, sameTotal(size, f, s)]),
  },
  {
    name: 'F − 1 zéros de chaque côté',
    hint: 'Le total se partage entre les deux côtés : la moitié de chaque.',
    answer: wrongShare((_size, f) => both(f - 1)),
  },
  {
    name: 'hauteur et largeur du filtre et du pas sont échangées',
    hint: 'f[0] et s[0] servent pour les lignes, f[1] et s[1] pour les colonnes.',
    answer: (x, [fy, fx], [sy, sx]) => rightPad(x, [fx, fy], [sx, sy]),
  },
  {
    name: 'la largeur est remplie comme la hauteur',
    hint: 'Les deux directions se calculent séparément, chacune avec sa taille, son filtre et son pas.',
    answer: wrongPad((x, [fy], [sy]) => {
      const share = sameShare(x.length, fy, sy);
      return surround(x, share, share);
    }),
  },
  {
    name: 'l’image est rendue couchée (lignes et colonnes échangées)',
    hint: 'Les lignes de x restent des lignes.',
    answer: (x, f, s) => transpose(rightPad(x, f, s)),
  },
  {
    name: 'le bord est prolongé par la valeur voisine au lieu de zéros',
    hint: 'Ce qui entoure l’image vaut toujours zéro.',
    answer: wrongPad((x, [fy, fx], [sy, sx]) => {
      const [top, bottom] = sameShare(x.length, fy, sy);
      const [left, right] = sameShare(x[0]!.length, fx, sx);
      const clamp = (i: number, size: number): number => Math.min(Math.max(i, 0), size - 1);
      return Array.from({ length: top + x.length + bottom }, (_, i) =>
        Array.from(
          { length: left + x[0]!.length + right },
          (__, j) => x[clamp(i - top, x.length)]![clamp(j - left, x[0]!.length)]!,
        ),
      );
    }),
  },
  {
    name: 'les arguments ne sont pas vérifiés',
    hint: 'Commencez la fonction par des if qui lèvent une erreur (throw), comme le dit l’énoncé.',
    answer: (x, [fy, fx], [sy, sx]) =>
      surround(x, safe(sameShare(x.length, fy, sy)), safe(sameShare(x[0]!.length, fx, sx))),
  },
];

/** As a loop would take what makes no sense: no zeros. */
const safe = (share: Pair): Pair =>
  share.map((count) => (Number.isFinite(count) ? count : 0)) as Pair;
