/** Mistakes that students make in binarize, known by what they give. */
import type { Mistake } from '../../mistake';
import { refuseThreshold, transpose } from '../parts';
import type { Binarize } from '../types';

/** A wrong binarize that refuses what must be refused; `convert` is what it makes of one value. */
const wrong =
  (convert: (value: number, threshold: number) => number): Binarize =>
  (m, threshold) => {
    refuseThreshold(threshold);
    return m.map((line) => line.map((value) => convert(value, threshold)));
  };

export const mistakes: Mistake<Binarize>[] = [
  {
    name: 'une valeur égale au seuil devient noire',
    hint: 'L’énoncé dit « supérieure ou égale » : une valeur égale au seuil est blanche.',
    answer: wrong((value, threshold) => (value > threshold ? 255 : 0)),
  },
  {
    name: 'noir et blanc sont échangés',
    hint: 'Ce qui est clair, donc grand, devient 255.',
    answer: wrong((value, threshold) => (value >= threshold ? 0 : 255)),
  },
  {
    name: 'le résultat vaut 0 ou 1 au lieu de 0 ou 255',
    hint: 'Le blanc vaut 255, comme dans l’image de départ.',
    answer: wrong((value, threshold) => (value >= threshold ? 1 : 0)),
  },
  {
    name: 'les valeurs claires restent grises',
    hint: 'Le résultat ne contient que deux valeurs : ce qui atteint le seuil devient 255.',
    answer: wrong((value, threshold) => (value >= threshold ? value : 0)),
  },
  {
    name: 'les valeurs sombres restent grises',
    hint: 'Le résultat ne contient que deux valeurs : ce qui n’atteint pas le seuil devient 0.',
    answer: wrong((value, threshold) => (value >= threshold ? 255 : value)),
  },
  {
    name: 'le seuil donné est ignoré, 128 est toujours pris',
    hint: 'Comparez avec threshold, le deuxième argument.',
    answer: wrong((value) => (value >= 128 ? 255 : 0)),
  },
  {
    name: 'l’image est rendue couchée (lignes et colonnes échangées)',
    hint: 'Le résultat a autant de lignes et de colonnes que m.',
    answer: (m, threshold) => {
      refuseThreshold(threshold);
      return transpose(m.map((line) => line.map((value) => (value >= threshold ? 255 : 0))));
    },
  },
  {
    name: 'le seuil n’est pas vérifié',
    hint: 'Commencez la fonction par un if qui lève une erreur (throw), comme le dit l’énoncé.',
    answer: (m, threshold) => m.map((line) => line.map((value) => (value >= threshold ? 255 : 0))),
  },
];
