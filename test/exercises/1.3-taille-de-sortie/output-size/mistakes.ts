/** Mistakes that students make in outputSize, known by what they give. */
import type { Mistake } from '../../mistake';
import { wrongSize } from '../parts';
import type { OutputSize } from '../types';

export const mistakes: Mistake<OutputSize>[] = [
  {
    name: 'l’arrondi vers le bas est oublié',
    hint: 'Une taille est un nombre entier : une fenêtre qui dépasse ne compte pas.',
    answer: wrongSize((n, f, s, p) => (n + 2 * p - f) / s + 1),
  },
  {
    name: 'la division est arrondie au plus proche ou vers le haut',
    hint: 'Les crochets ⌊ ⌋ arrondissent toujours vers le bas.',
    answer: wrongSize((n, f, s, p) => Math.round((n + 2 * p - f) / s) + 1),
  },
  {
    name: 'le remplissage n’est compté qu’une fois',
    hint: 'Il y a P zéros de chaque côté, donc 2P en tout.',
    answer: wrongSize((n, f, s, p) => Math.floor((n + p - f) / s) + 1),
  },
  {
    name: 'le remplissage est ignoré',
    hint: 'Avec ses zéros, l’entrée a N + 2P cases.',
    answer: wrongSize((n, f, s) => Math.floor((n - f) / s) + 1),
  },
  {
    name: 'le pas est ignoré',
    hint: 'La fenêtre avance de S cases à la fois : divisez par le pas.',
    answer: wrongSize((n, f, _s, p) => n + 2 * p - f + 1),
  },
  {
    name: 'le + 1 est oublié',
    hint: 'La première place compte aussi, avant tout déplacement.',
    answer: wrongSize((n, f, s, p) => Math.floor((n + 2 * p - f) / s)),
  },
  {
    name: 'le + 1 est ajouté avant la division',
    hint: 'On divise d’abord la place qui reste, on ajoute 1 ensuite.',
    answer: wrongSize((n, f, s, p) => Math.floor((n + 2 * p - f + 1) / s)),
  },
  {
    name: 'c’est la taille de « same », qui ne dépend pas du filtre',
    hint: 'Ici le remplissage est donné par P : la formule part de N + 2P − F.',
    answer: wrongSize((n, _f, s) => Math.ceil(n / s)),
  },
  {
    name: 'les arguments ne sont pas vérifiés',
    hint: 'Commencez la fonction par des if qui lèvent une erreur (throw), comme le dit l’énoncé.',
    answer: (n, f, stride = 1, padding = 0) => Math.floor((n + 2 * padding - f) / stride) + 1,
  },
];
