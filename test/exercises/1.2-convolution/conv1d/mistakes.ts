/** Mistakes that students make in conv1d, known by what they give. */
import type { Mistake } from '../../mistake';
import { pad1d, refuse1d, slide1d, times, dot } from '../parts';
import type { Conv1d, Vector } from '../types';

/** A wrong conv1d that refuses what must be refused: `slide` is all there is to read. */
const wrong =
  (slide: (x: Vector, k: Vector, stride: number, padding: number) => Vector): Conv1d =>
  (x, k, stride = 1, padding = 0) => {
    refuse1d(x, k, stride, padding);
    return slide(x, k, stride, padding);
  };

export const mistakes: Mistake<Conv1d>[] = [
  {
    name: 'le noyau est retourné',
    hint: 'Le premier poids, k[0], multiplie la première valeur de la fenêtre.',
    answer: wrong((x, k, stride, padding) => slide1d(pad1d(x, padding), [...k].reverse(), stride)),
  },
  {
    name: 'le pas est ignoré',
    hint: 'D’une fenêtre à la suivante, le début avance de stride cases.',
    answer: wrong((x, k, _stride, padding) => slide1d(pad1d(x, padding), k)),
  },
  {
    name: 'le remplissage est ignoré',
    hint: 'Entourez x de padding zéros de chaque côté avant de faire glisser la fenêtre.',
    answer: wrong((x, k, stride) => slide1d(x, k, stride)),
  },
  {
    name: 'le remplissage n’est compté qu’une fois, avant x',
    hint: 'Il faut padding zéros de chaque côté, donc aussi après x.',
    answer: wrong((x, k, stride, padding) => slide1d(pad1d(x, padding, 0), k, stride)),
  },
  {
    name: 'le remplissage n’est compté qu’une fois, après x',
    hint: 'Il faut padding zéros de chaque côté, donc aussi avant x.',
    answer: wrong((x, k, stride, padding) => slide1d(pad1d(x, 0, padding), k, stride)),
  },
  {
    name: 'le bord est prolongé par la valeur voisine au lieu de zéros',
    hint: 'Ici, ce qui entoure x vaut toujours zéro.',
    answer: wrong((x, k, stride, padding) => {
      const edge = (value: number): Vector => times(padding, () => value);
      return slide1d([...edge(x[0]!), ...x, ...edge(x.at(-1)!)], k, stride);
    }),
  },
  {
    name: 'la dernière fenêtre est oubliée',
    hint: 'La dernière fenêtre est celle qui se termine exactement au bout de l’entrée remplie.',
    answer: wrong((x, k, stride, padding) => {
      const padded = pad1d(x, padding);
      const y: Vector = [];
      for (let start = 0; start + k.length < padded.length; start += stride) {
        y.push(dot(k, padded.slice(start, start + k.length)));
      }
      return y;
    }),
  },
  {
    name: 'les fenêtres incomplètes de la fin sont comptées',
    hint: 'Une fenêtre qui dépasse du bout de l’entrée remplie ne donne pas de valeur.',
    answer: wrong((x, k, stride, padding) => {
      const padded = pad1d(x, padding);
      const count = Math.ceil(padded.length / stride);
      return times(count, (i) => k.reduce((s, w, j) => s + w * (padded[i * stride + j] ?? 0), 0));
    }),
  },
  {
    name: 'le pas écarte les poids à l’intérieur de la fenêtre',
    hint: 'Le pas déplace la fenêtre ; à l’intérieur, les valeurs restent voisines.',
    answer: wrong((x, k, stride, padding) => {
      const padded = pad1d(x, padding);
      const span = (k.length - 1) * stride + 1;
      return times(padded.length - span + 1, (start) =>
        k.reduce((sum, weight, j) => sum + weight * padded[start + j * stride]!, 0),
      );
    }),
  },
  {
    name: 'les arguments ne sont pas vérifiés',
    hint: 'Commencez la fonction par des if qui lèvent une erreur (throw), comme le dit l’énoncé.',
    answer: (x, k, stride = 1, padding = 0) => slide1d(pad1d(x, padding), k, stride),
  },
];
