/** Mistakes that students make in pool, known by what they give. */
import type { Mistake } from '../../mistake';
import { countOf, poolOf, right, startsBy, summary, sumOf, times, transpose } from './parts';
import type { Pool } from './types';

export const mistakes: Mistake<Pool>[] = [
  {
    name: 'le maximum part de 0',
    hint: 'Dans une fenêtre toute négative, le plus grand nombre est négatif : partez d’une de ses cases.',
    answer: poolOf({
      summary: (values, mode) =>
        mode === 'max' ? Math.max(0, ...values) : summary(values, mode, 0),
    }),
  },
  {
    name: 'le maximum compte des zéros dans les cases ajoutées par same',
    hint: 'Les cases ajoutées n’existent pas : le maximum ne regarde que celles de la carte.',
    answer: poolOf({
      summary: (values, mode, missing) =>
        summary(mode === 'max' && missing > 0 ? [...values, 0] : values, mode, 0),
    }),
  },
  {
    name: 'la moyenne divise toujours par F × F, même au bord',
    hint: 'Au bord, comptez les cases de la fenêtre qui existent vraiment.',
    answer: poolOf({
      summary: (values, mode, missing) =>
        mode === 'average' ? sumOf(values) / (values.length + missing) : summary(values, mode, 0),
    }),
  },
  {
    name: 'la moyenne divise par F au lieu de F × F',
    hint: 'Une fenêtre de côté F contient F × F cases.',
    answer: (x, size, stride, mode, padding) =>
      mode === 'average'
        ? right(x, size, stride, mode, padding).map((line) => line.map((mean) => mean * size))
        : right(x, size, stride, mode, padding),
  },
  {
    name: 'la moyenne saute les zéros',
    hint: 'Zéro est un nombre comme un autre : sa case compte.',
    answer: poolOf({
      summary: (values, mode) => {
        const kept = mode === 'average' ? values.filter((value) => value !== 0) : values;
        return kept.length === 0 ? 0 : summary(kept, mode, 0);
      },
    }),
  },
  {
    name: 'moyenne et somme sont échangées',
    hint: 'La moyenne est la somme divisée par le nombre de cases.',
    answer: (x, size, stride, mode, padding) => {
      const other = mode === 'average' ? 'sum' : mode === 'sum' ? 'average' : mode;
      return right(x, size, stride, other, padding);
    },
  },
  {
    name: 'la fenêtre avance de sa propre taille, quel que soit le pas',
    hint: 'D’une fenêtre à la suivante, le début avance de stride cases.',
    answer: (x, size, stride, mode, padding) => {
      right(x, size, stride, mode, padding);
      return right(x, size, size, mode, padding);
    },
  },
  {
    name: 'la fenêtre avance toujours d’une case',
    hint: 'D’une fenêtre à la suivante, le début avance de stride cases.',
    answer: (x, size, stride, mode, padding) => {
      right(x, size, stride, mode, padding);
      return right(x, size, 1, mode, padding);
    },
  },
  {
    name: 'same est ignoré',
    hint: 'Avec same, il y a ⌈N/S⌉ fenêtres par axe, quitte à dépasser du bord.',
    answer: (x, size, stride, mode) => right(x, size, stride, mode),
  },
  {
    name: 'same garde la taille de la carte quel que soit le pas',
    hint: 'La taille n’est gardée que si le pas vaut 1 ; en général il y a ⌈N/S⌉ fenêtres.',
    answer: (x, size, stride, mode, padding) => {
      right(x, size, stride, mode, padding);
      return right(x, size, padding === 'same' ? 1 : stride, mode, padding);
    },
  },
  {
    name: 'same ajoute toutes ses cases après la carte',
    hint: 'La moitié des cases qui manquent va avant : la première fenêtre peut commencer avant la case 0.',
    answer: poolOf({ starts: startsBy(() => 0) }),
  },
  {
    name: 'same met avant la carte la case de trop',
    hint: 'Quand le nombre de cases qui manquent est impair, la case de trop va après : en bas, à droite.',
    answer: poolOf({ starts: startsBy((missing) => Math.ceil(missing / 2)) }),
  },
  {
    name: 'hauteur et largeur sont échangées',
    hint: 'x.length compte les lignes, x[0].length les colonnes.',
    answer: (x, size, stride, mode, padding) => transpose(right(x, size, stride, mode, padding)),
  },
  {
    name: 'les fenêtres incomplètes de la fin sont gardées avec valid',
    hint: 'Avec valid, une fenêtre qui dépasse de la carte n’est pas calculée.',
    answer: poolOf({
      starts: (length, size, stride, padding) => {
        const count = padding === 'valid' ? Math.ceil(length / stride) : undefined;
        if (count !== undefined) return times(count, (i) => i * stride);
        return startsBy((missing) => Math.floor(missing / 2))(length, size, stride, padding);
      },
    }),
  },
  {
    name: 'la dernière fenêtre est oubliée',
    hint: 'La dernière fenêtre est celle qui se termine exactement au bord : comparez avec <=.',
    answer: poolOf({
      starts: (length, size, stride, padding) => {
        const all = startsBy((missing) => Math.floor(missing / 2))(length, size, stride, padding);
        const last = (countOf(length, size, stride, padding) - 1) * stride + size;
        return padding === 'valid' && last === length ? all.slice(0, -1) : all;
      },
    }),
  },
  {
    name: 'les arguments ne sont pas vérifiés',
    hint: 'Commencez la fonction par des if qui lèvent une erreur (throw), comme le dit l’énoncé.',
    answer: poolOf({ check: () => undefined }),
  },
];
