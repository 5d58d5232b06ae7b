/** Mistakes that students make in logitsGradient, known by what they give. */
import type { Mistake } from '../../mistake';
import { oneHotOf, softmax, softmaxOf, sum } from '../parts';
import { each, lessWanted, right, wrong } from './parts';

const mean = (values: number[]): number => sum(values) / values.length;

export const mistakes: Mistake[] = [
  {
    name: 'le signe est inversé',
    hint: 'Le gradient est prédit moins voulu : négatif pour la bonne classe, dont il faut augmenter le logit.',
    answer: each((q, p) => p - q),
  },
  {
    name: 'le gradient est divisé par le nombre de classes',
    hint: 'La perte est une somme sur les classes, et non leur moyenne : il n’y a rien à diviser.',
    answer: wrong((z, p) => right(z, p).map((value) => value / z.length)),
  },
  {
    name: 'softmax est oublié : p est retranché des logits',
    hint: 'Les logits ne sont pas des probabilités : passez-les d’abord par softmax.',
    answer: wrong((z, p) => z.map((logit, i) => logit - p[i]!)),
  },
  {
    name: 'le plus grand logit n’est pas retranché avant l’exponentielle',
    hint: 'Math.exp(1000) déborde : retranchez d’abord le plus grand logit de tous les autres.',
    answer: each(
      lessWanted,
      softmaxOf(() => 0),
    ),
  },
  {
    name: 'c’est la moyenne des logits qui est retranchée avant l’exponentielle',
    hint: 'Après ce décalage, un logit peut rester très grand : retranchez le plus grand.',
    answer: each(lessWanted, softmaxOf(mean)),
  },
  {
    name: 'p n’est pas retranché',
    hint: 'Vous rendez la prédiction ; le gradient en retranche ce qui était voulu.',
    answer: each((q) => q),
  },
  {
    name: 'c’est la dérivée par rapport à q, −p/q',
    hint: 'Il faut encore traverser softmax : on dérive par rapport aux logits.',
    answer: each((q, p) => -p / q),
  },
  {
    name: 'le résultat est encore multiplié par q(1 − q)',
    hint: 'La dérivée de softmax est déjà comprise dans q − p.',
    answer: each((q, p) => (q - p) * q * (1 - q)),
  },
  {
    name: 'le résultat est doublé, comme pour un carré',
    hint: 'La perte est une entropie croisée, et non un carré : il n’y a pas de facteur 2.',
    answer: each((q, p) => 2 * (q - p)),
  },
  {
    name: 'c’est le carré de l’écart, une perte et non un gradient',
    hint: 'Un gradient garde son signe : il dit dans quel sens bouger chaque logit.',
    answer: each((q, p) => (q - p) ** 2),
  },
  {
    name: 'le signe est perdu (valeur absolue)',
    hint: 'Le signe dit dans quel sens bouger chaque logit : gardez-le.',
    answer: each((q, p) => Math.abs(q - p)),
  },
  {
    name: 'seule la bonne classe reçoit un gradient',
    hint: 'Les classes où p vaut 0 ont un gradient aussi : leur q.',
    answer: each((q, p) => (p === 0 ? 0 : q - p)),
  },
  {
    name: 'une étiquette adoucie est prise pour un choix unique',
    hint: 'Retranchez p[i] lui-même, et non 1 à la place de la plus grande valeur.',
    answer: wrong((z, p) => right(z, oneHotOf(p))),
  },
  {
    name: 'c’est une sigmoïde, logit par logit, au lieu de softmax',
    hint: 'Softmax divise par une somme sur tout le vecteur : les q ont pour somme 1.',
    answer: each(lessWanted, (z) => z.map((logit) => 1 / (1 + Math.exp(-logit)))),
  },
  {
    name: 'softmax est appliqué à p aussi',
    hint: 'p est déjà une distribution : prenez-la comme elle est.',
    answer: wrong((z, p) => right(z, softmax(p))),
  },
  {
    name: 'la perte est rendue au lieu de son gradient',
    hint: 'La fonction rend un nombre par logit : la dérivée de la perte, et non la perte.',
    answer: wrong((z, p) =>
      softmax(z).reduce((loss, q, i) => (p[i] === 0 ? loss : loss - p[i]! * Math.log(q)), 0),
    ),
  },
  {
    name: 'les arguments ne sont pas vérifiés',
    hint: 'Commencez la fonction par un if qui lève une erreur (throw), comme le dit l’énoncé.',
    answer: (z: number[], p: number[]) => softmax(z).map((q, i) => q - p[i]!),
  },
];
