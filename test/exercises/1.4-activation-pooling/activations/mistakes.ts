/** Mistakes that students make in the activations, known by what they give. */
import type { Mistake } from '../../mistake';
import { right } from './right';

export const mistakes: Mistake[] = [
  {
    name: 'ReLU garde le plus petit des deux nombres, x et 0',
    hint: 'ReLU laisse passer les nombres positifs et arrête les négatifs.',
    answer: { relu: (x: number) => Math.min(0, x) },
  },
  {
    name: 'ReLU rend la valeur absolue',
    hint: 'Un nombre négatif devient 0, quelle que soit sa taille.',
    answer: { relu: (x: number) => Math.abs(x) },
  },
  {
    name: 'la pente de ReLU vaut 1 en 0',
    hint: 'En 0, l’énoncé convient d’une autre valeur : relisez-la, puis choisissez entre > et >=.',
    answer: { reluSlope: (x: number) => (x >= 0 ? 1 : 0) },
  },
  {
    name: 'reluSlope rend la valeur de ReLU au lieu de sa pente',
    hint: 'La pente d’une droite ne dépend pas de x : de combien y monte-t-il quand x augmente de 1 ?',
    answer: { reluSlope: right.relu },
  },
  {
    name: 'la pente de ReLU vaut 1 partout',
    hint: 'À gauche de 0, la courbe de ReLU est plate.',
    answer: { reluSlope: () => 1 },
  },
  {
    name: 'la fuite de Leaky ReLU vaut 0,3 par défaut',
    hint: 'Chaque bibliothèque a sa valeur ; celle de ce cours est dans l’énoncé.',
    answer: {
      leakyRelu: (x: number, leak = 0.3) => right.leakyRelu(x, leak),
      leakyReluSlope: (x: number, leak = 0.3) => right.leakyReluSlope(x, leak),
    },
  },
  {
    name: 'la fuite de Leaky ReLU vaut 0,01 par défaut',
    hint: 'Chaque bibliothèque a sa valeur ; celle de ce cours est dans l’énoncé.',
    answer: {
      leakyRelu: (x: number, leak = 0.01) => right.leakyRelu(x, leak),
      leakyReluSlope: (x: number, leak = 0.01) => right.leakyReluSlope(x, leak),
    },
  },
  {
    name: 'le paramètre leak est ignoré',
    hint: 'La valeur 0,1 n’est qu’un choix par défaut : employez leak dans la formule.',
    answer: {
      leakyRelu: (x: number) => right.leakyRelu(x),
      leakyReluSlope: (x: number) => right.leakyReluSlope(x),
    },
  },
  {
    name: 'Leaky ReLU garde le plus petit des deux nombres, x et leak × x',
    hint: 'Pour x = −30, comparez −3 et −30 avec leur signe : lequel l’énoncé demande-t-il ?',
    answer: { leakyRelu: (x: number, leak = 0.1) => Math.min(x, leak * x) },
  },
  {
    name: 'Leaky ReLU perd le signe des nombres négatifs',
    hint: 'À gauche, la courbe passe sous zéro : leak × x est négatif, comme x.',
    answer: { leakyRelu: (x: number, leak = 0.1) => (x > 0 ? x : -leak * x) },
  },
  {
    name: 'la pente de Leaky ReLU vaut 1 en 0',
    hint: 'En 0, l’énoncé convient de la pente de gauche.',
    answer: { leakyReluSlope: (x: number, leak = 0.1) => (x >= 0 ? 1 : leak) },
  },
  {
    name: 'la pente de Leaky ReLU est nulle à gauche, comme celle de ReLU',
    hint: 'À gauche, Leaky ReLU est la droite leak × x : quelle est sa pente ?',
    answer: { leakyReluSlope: right.reluSlope },
  },
  {
    name: 'leakyReluSlope rend la valeur de Leaky ReLU au lieu de sa pente',
    hint: 'La pente d’une droite ne dépend pas de x : elle est la même en −30 et en −2.',
    answer: { leakyReluSlope: right.leakyRelu },
  },
  {
    name: 'le −1 manque dans ELU',
    hint: 'Calculez à la main en x = 0 : les deux morceaux doivent s’y rejoindre.',
    answer: { elu: (x: number, alpha = 1) => (x >= 0 ? x : alpha * Math.exp(x)) },
  },
  {
    name: 'dans ELU, alpha ne multiplie que l’exponentielle',
    hint: 'Les parenthèses de la formule comptent : alpha multiplie aussi le −1.',
    answer: { elu: (x: number, alpha = 1) => (x >= 0 ? x : alpha * Math.exp(x) - 1) },
  },
  {
    name: 'ELU emploie l’exponentielle des deux côtés',
    hint: 'À droite de 0, ELU rend x tel quel : il faut distinguer deux cas.',
    answer: { elu: (x: number, alpha = 1) => alpha * (Math.exp(x) - 1) },
  },
  {
    name: 'alpha est ignoré dans ELU',
    hint: 'La formule de gauche est multipliée par alpha.',
    answer: { elu: (x: number) => right.elu(x) },
  },
  {
    name: 'alpha est ignoré dans la pente de ELU',
    hint: 'La dérivée d’une fonction multipliée par alpha est multipliée par alpha, elle aussi.',
    answer: { eluSlope: (x: number) => right.eluSlope(x) },
  },
  {
    name: 'eluSlope rend la valeur de ELU au lieu de sa pente',
    hint: 'Dérivez chaque morceau : une constante qui s’ajoute ne change pas une pente.',
    answer: { eluSlope: right.elu },
  },
  {
    name: 'le −1 est resté dans la pente de ELU',
    hint: 'Une constante qui s’ajoute ne change pas une pente : sa dérivée est nulle.',
    answer: { eluSlope: (x: number, alpha = 1) => (x >= 0 ? 1 : alpha * (Math.exp(x) - 1)) },
  },
  {
    name: 'la pente de ELU vaut alpha en 0',
    hint: 'En 0, l’énoncé convient de la pente de droite.',
    answer: { eluSlope: (x: number, alpha = 1) => (x > 0 ? 1 : alpha * Math.exp(x)) },
  },
];
