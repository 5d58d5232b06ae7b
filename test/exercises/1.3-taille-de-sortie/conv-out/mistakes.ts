/** Mistakes that students make in ConvOut, known by what they give. */
import type { Mistake } from '../../mistake';
import { convOut } from './pieces';

export const mistakes: Mistake[] = [
  {
    name: 'le type est number, qui accepte toutes les tailles',
    hint: "Il faut un seul nombre : la longueur d’un tuple, T['length'], en est un.",
    answer: convOut('number'),
  },
  {
    name: 'le type est any, qui accepte n’importe quoi',
    hint: 'Avec any, le compilateur ne vérifie plus rien : construisez la taille.',
    answer: convOut('any'),
  },
  {
    name: 'le pas est ignoré',
    hint: 'La fenêtre avance de S cases à la fois : retirez S cases à chaque saut.',
    answer: convOut('Right<N, F, 1, P>'),
  },
  {
    name: 'le remplissage est ignoré',
    hint: 'Avec ses zéros, l’entrée a N + 2P cases.',
    answer: convOut('Right<N, F, S, 0>'),
  },
  {
    name: 'le remplissage n’est compté qu’une fois',
    hint: 'Il y a P zéros de chaque côté, donc deux fois P.',
    answer: convOut(
      '[...Row<N>, ...Row<P>] extends [...Row<F>, ...infer Left extends 0[]] ? Places<Left, Row<S>> : never',
    ),
  },
  {
    name: 'l’arrondi vers le bas est oublié : un reste donne never',
    hint: 'Quand il reste moins de S cases, on s’arrête de compter, et ce qui est compté est bon.',
    answer: convOut(
      'Padded<N, P> extends [...Row<F>, ...infer Left extends 0[]] ? Exact<Left, Row<S>> : never',
      `type Exact<Left extends 0[], Stride extends 0[], Count extends 0[] = [0]> =
        Left extends [...Stride, ...infer Rest extends 0[]]
          ? Exact<Rest, Stride, [...Count, 0]> : Left extends [] ? Count['length'] : never;`,
    ),
  },
  {
    name: 'un saut commencé est compté : la division est arrondie vers le haut',
    hint: 'Un saut qui dépasse n’a pas lieu : ne comptez que ceux qui ont leurs S cases.',
    answer: convOut(
      'Padded<N, P> extends [...Row<F>, ...infer Left extends 0[]] ? Up<Left, Row<S>> : never',
      `type Up<Left extends 0[], Stride extends 0[], Count extends 0[] = [0]> =
        Left extends [...Stride, ...infer Rest extends 0[]]
          ? Up<Rest, Stride, [...Count, 0]> : Left extends [] ? Count['length'] : [...Count, 0]['length'];`,
    ),
  },
  {
    name: 'le + 1 est oublié',
    hint: 'La première place compte aussi, avant tout saut : le compteur ne part pas de zéro.',
    answer: convOut(
      'Padded<N, P> extends [...Row<F>, ...infer Left extends 0[]] ? Places<Left, Row<S>, []> : never',
    ),
  },
  {
    name: 'le + 1 est ajouté avant la division',
    hint: 'On compte d’abord les sauts dans la place qui reste, on ajoute la première place ensuite.',
    answer: convOut(
      'Padded<N, P> extends [...Row<F>, ...infer Left extends 0[]] ? Places<[...Left, 0], Row<S>, []> : never',
    ),
  },
  {
    name: 'un filtre qui ne tient pas donne 0 au lieu de never',
    hint: 'Une couche impossible n’a pas de taille : never est le type qu’aucune valeur n’a.',
    answer: convOut(
      'Padded<N, P> extends [...Row<F>, ...infer Left extends 0[]] ? Places<Left, Row<S>> : 0',
    ),
  },
  {
    name: 'le filtre a une taille par défaut',
    hint: 'Seuls S et P ont une valeur par défaut : gardez la signature de l’énoncé.',
    answer: convOut(
      'Right<N, F, S, P>',
      '',
      'type ConvOut<N extends number, F extends number = 3, S extends number = 1, P extends number = 0>',
    ),
  },
];
