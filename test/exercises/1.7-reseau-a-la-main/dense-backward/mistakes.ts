/** Mistakes that students make in denseBackward, known by what they give. */
import type { Mistake } from '../../mistake';
import { each, product, sum, transpose, zerosLike } from '../parts';
import { checkedBy, right, wrong } from './parts';

const over =
  (count: number) =>
  (value: number): number =>
    value / count;

export const mistakes: Mistake[] = [
  {
    name: 'dx : w est lue par colonnes, comme à l’aller',
    hint: 'Le gradient d’une entrée passe par tous les poids qui en partent : une ligne de w, et non une colonne.',
    answer: wrong((gradients, dy, x, w) => ({
      ...gradients,
      dx: dy.map((row) => w.map((_, i) => row.reduce((total, g, j) => total + g * w[j]![i]!, 0))),
    })),
  },
  {
    name: 'db : les biais reçoivent la moyenne du lot',
    hint: 'Les exemples s’ajoutent : la moyenne est déjà dans la perte, donc dans dy.',
    answer: wrong((gradients, dy) => ({ ...gradients, db: each(gradients.db, over(dy.length)) })),
  },
  {
    name: 'dw : les poids reçoivent la moyenne du lot',
    hint: 'Les exemples s’ajoutent : la moyenne est déjà dans la perte, donc dans dy.',
    answer: wrong((gradients, dy) => ({ ...gradients, dw: each(gradients.dw, over(dy.length)) })),
  },
  {
    name: 'dw et db : poids et biais reçoivent la moyenne du lot',
    hint: 'Les exemples s’ajoutent : la moyenne est déjà dans la perte, donc dans dy.',
    answer: wrong(({ dx, dw, db }, dy) => ({
      dx,
      dw: each(dw, over(dy.length)),
      db: each(db, over(dy.length)),
    })),
  },
  {
    name: 'dw et db : seul le dernier exemple du lot compte (= au lieu de +=)',
    hint: 'Les poids sont communs à tout le lot : chaque exemple s’ajoute à ce qui est déjà là.',
    answer: wrong(({ dx }, dy, x, w) => {
      const last = right(dy.slice(-1), x.slice(-1), w);
      return { dx, dw: last.dw, db: last.db };
    }),
  },
  {
    name: 'db : les biais ne sont pas additionnés sur le lot',
    hint: 'db a un nombre par neurone : la somme des dy de tous les exemples.',
    answer: wrong((gradients, dy) => ({ ...gradients, db: dy })),
  },
  {
    name: 'dx : les exemples du lot sont additionnés',
    hint: 'Chaque exemple a son propre gradient d’entrée : dx a autant de lignes que x.',
    answer: wrong((gradients) => ({ ...gradients, dx: transpose(gradients.dx).map(sum) })),
  },
  {
    name: 'dw : le gradient est multiplié par le poids lui-même, et non par l’entrée',
    hint: 'Au retour, un facteur reçoit le gradient fois l’autre : le poids, le gradient fois ce qui est entré.',
    answer: wrong((gradients, dy, x, w) => ({
      ...gradients,
      dw: w.map((row) => row.map((weight, j) => weight * sum(dy.map((line) => line[j]!)))),
    })),
  },
  {
    name: 'dw : les lignes sont les neurones, et non les entrées',
    hint: 'dw se range comme w : dw[entrée][neurone].',
    answer: wrong((gradients) => ({ ...gradients, dw: transpose(gradients.dw) })),
  },
  {
    name: 'dy est oublié : tout est calculé comme s’il valait 1 partout',
    hint: 'Le gradient de la sortie arrive dans dy ; chaque produit est multiplié par lui.',
    answer: wrong((_gradients, dy, x, w) =>
      right(
        each(dy, () => 1),
        x,
        w,
      ),
    ),
  },
  {
    name: 'dx et dw sont échangés',
    hint: 'dx est le gradient de x, et a sa forme ; dw celui de w, et a la sienne.',
    answer: wrong(({ dx, dw, db }) => ({ dx: dw, dw: dx, db })),
  },
  {
    name: 'dw : x n’est pas multiplié par dy',
    hint: 'Le gradient d’un poids est ce qui est entré fois ce qui est revenu.',
    answer: wrong((gradients, dy, x) => ({
      ...gradients,
      dw: product(
        transpose(x),
        each(dy, () => 1),
      ),
    })),
  },
  {
    name: 'db : les biais reçoivent 0',
    hint: 'Un biais s’ajoute tel quel à l’aller : il reçoit le gradient tel quel, de chaque exemple.',
    answer: wrong((gradients) => ({ ...gradients, db: zerosLike(gradients.db) })),
  },
  {
    name: 'les arguments ne sont pas vérifiés',
    hint: 'Commencez la fonction par des if qui lèvent une erreur (throw), comme le dit l’énoncé.',
    answer: checkedBy(() => undefined),
  },
];
