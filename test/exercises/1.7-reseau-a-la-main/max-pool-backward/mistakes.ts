/** Mistakes that students make in maxPoolBackward, known by what they give. */
import type { Mistake } from '../../mistake';
import { each, transpose, zerosLike } from '../parts';
import { add, outputSize, poolBackwardOf, right, toFirst, winners, wrong } from './parts';

export const mistakes: Mistake[] = [
  {
    name: 'le gradient est écrit au lieu d’être ajouté (= au lieu de +=)',
    hint: 'Une case peut gagner plusieurs fenêtres : elle reçoit la somme de leurs gradients.',
    answer: poolBackwardOf({
      share: (dx, cells, gradient) => {
        const { row, col } = winners(cells)[0]!;
        dx[row]![col] = gradient;
      },
    }),
  },
  {
    name: 'en cas d’égalité, toutes les gagnantes reçoivent le gradient',
    hint: 'Une fenêtre n’a qu’une gagnante : la première, dans l’ordre de lecture.',
    answer: poolBackwardOf({
      share: (dx, cells, gradient) => winners(cells).forEach((cell) => add(dx, cell, gradient)),
    }),
  },
  {
    name: 'en cas d’égalité, la dernière gagnante reçoit le gradient (>= au lieu de >)',
    hint: 'À égalité, la première reste gagnante : ne changez de gagnante que pour un nombre plus grand.',
    answer: poolBackwardOf({
      share: (dx, cells, gradient) => add(dx, winners(cells).at(-1)!, gradient),
    }),
  },
  {
    name: 'en cas d’égalité, le gradient est partagé entre les gagnantes',
    hint: 'Une fenêtre n’a qu’une gagnante, qui reçoit tout : la première, dans l’ordre de lecture.',
    answer: poolBackwardOf({
      share: (dx, cells, gradient) => {
        const all = winners(cells);
        all.forEach((cell) => add(dx, cell, gradient / all.length));
      },
    }),
  },
  {
    name: 'la recherche du maximum part de 0 : une fenêtre négative n’a pas de gagnante',
    hint: 'Dans une fenêtre toute négative, le plus grand nombre est négatif : partez d’une de ses cases.',
    answer: poolBackwardOf({
      share: (dx, cells, gradient) => {
        if (cells.some(({ value }) => value > 0)) toFirst(dx, cells, gradient);
      },
    }),
  },
  {
    name: 'la recherche du maximum part de 0 : dans une fenêtre négative, la première case gagne',
    hint: 'Dans une fenêtre toute négative, le plus grand nombre est négatif : partez d’une de ses cases.',
    answer: poolBackwardOf({
      share: (dx, cells, gradient) =>
        cells.some(({ value }) => value > 0)
          ? toFirst(dx, cells, gradient)
          : add(dx, cells[0]!, gradient),
    }),
  },
  {
    name: 'le gradient va à la case en haut à gauche de la fenêtre',
    hint: 'Cherchez dans la fenêtre la case qui a le plus grand nombre : c’est elle qui reçoit.',
    answer: poolBackwardOf({ share: (dx, cells, gradient) => add(dx, cells[0]!, gradient) }),
  },
  {
    name: 'le gradient est partagé également entre les cases, comme pour une moyenne',
    hint: 'Une case qui n’a pas gagné n’a rien changé à la sortie : elle reçoit 0.',
    answer: poolBackwardOf({
      share: (dx, cells, gradient) =>
        cells.forEach((cell) => add(dx, cell, gradient / cells.length)),
    }),
  },
  {
    name: 'toutes les cases de la fenêtre reçoivent le gradient',
    hint: 'Une case qui n’a pas gagné n’a rien changé à la sortie : elle reçoit 0.',
    answer: poolBackwardOf({
      share: (dx, cells, gradient) => cells.forEach((cell) => add(dx, cell, gradient)),
    }),
  },
  {
    name: 'les fenêtres sont placées comme si le pas valait leur côté',
    hint: 'La fenêtre de dy[i][j] commence à la ligne i × stride et à la colonne j × stride.',
    answer: poolBackwardOf({ apart: (size) => size }),
  },
  {
    name: 'les fenêtres sont placées comme si le pas valait 1',
    hint: 'La fenêtre de dy[i][j] commence à la ligne i × stride et à la colonne j × stride.',
    answer: poolBackwardOf({ apart: () => 1 }),
  },
  {
    name: 'la gagnante reçoit son nombre, et non le gradient',
    hint: 'Au retour, c’est dy qui circule ; x ne sert qu’à savoir qui a gagné.',
    answer: poolBackwardOf({
      share: (dx, cells) => toFirst(dx, cells, winners(cells)[0]!.value),
    }),
  },
  {
    name: 'la gagnante reçoit 1, et non le gradient',
    hint: 'Multipliez par le gradient qui arrive : la gagnante reçoit dy[i][j].',
    answer: poolBackwardOf({ share: (dx, cells) => toFirst(dx, cells, 1) }),
  },
  {
    name: 'le gradient est multiplié par le nombre de la gagnante',
    hint: 'Le maximum recopie un nombre sans le multiplier : sa gagnante reçoit dy[i][j] tel quel.',
    answer: poolBackwardOf({
      share: (dx, cells, gradient) => toFirst(dx, cells, gradient * winners(cells)[0]!.value),
    }),
  },
  {
    name: 'lignes et colonnes sont échangées',
    hint: 'dx se lit comme x, dx[ligne][colonne] : x.length compte les lignes, x[0].length les colonnes.',
    answer: wrong((dx) => transpose(dx)),
  },
  {
    name: 'dx est la carte, avec le gradient à la place des gagnantes',
    hint: 'Partez d’un tableau de zéros de la forme de x : ce qui n’a pas gagné reçoit 0.',
    answer: wrong((dx, dy, x, size, stride) => {
      const won = right(
        each(dy, () => 1),
        x,
        size,
        stride,
      );
      return x.map((line, row) =>
        line.map((value, col) => (won[row]![col]! > 0 ? dx[row]![col]! : value)),
      );
    }),
  },
  {
    name: 'dx s’arrête à la dernière fenêtre, et n’a pas la forme de x',
    hint: 'dx a toujours la forme de x : une case qu’aucune fenêtre ne couvre reçoit 0.',
    answer: wrong((dx, dy, x, size, stride) => {
      const reach = (length: number): number =>
        (outputSize(length, size, stride) - 1) * stride + size;
      return dx.slice(0, reach(x.length)).map((line) => line.slice(0, reach(x[0]!.length)));
    }),
  },
  {
    name: 'les arguments ne sont pas vérifiés',
    hint: 'Commencez la fonction par un if qui lève une erreur (throw), comme le dit l’énoncé.',
    answer: poolBackwardOf({ check: (_dy, x) => zerosLike(x) }),
  },
];
