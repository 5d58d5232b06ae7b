/** Mistakes that students make in softmax, known by what they give. */
import type { Mistake } from '../../mistake';
import { largest, normalised, right, softmaxOf, sum, wrong } from './parts';

export const mistakes: Mistake[] = [
  {
    name: 'le plus grand logit n’est pas retranché avant l’exponentielle',
    hint: 'Math.exp(1000) déborde : ajoutez d’abord à tous les logits une constante qui les rend négatifs ou nuls.',
    answer: softmaxOf(() => 0),
  },
  {
    name: 'c’est la moyenne des logits qui est retranchée',
    hint: 'Après ce décalage, un logit peut rester très grand : quel nombre retrancher pour qu’aucun ne dépasse 0 ?',
    answer: softmaxOf((z) => sum(z) / z.length),
  },
  {
    name: 'c’est le plus petit logit qui est retranché',
    hint: 'Après ce décalage, les logits sont positifs et peuvent être énormes : il les faut négatifs ou nuls.',
    answer: softmaxOf((z) => Math.min(...z)),
  },
  {
    name: 'c’est le premier logit qui est retranché',
    hint: 'Le premier logit n’est pas toujours le plus grand.',
    answer: softmaxOf((z) => z[0]!),
  },
  {
    name: 'chaque logit est divisé par le plus grand au lieu d’en être retranché',
    hint: 'Seules les différences entre logits comptent : on retranche, on ne divise pas.',
    answer: wrong((z) => normalised(z.map((logit) => Math.exp(logit / largest(z))))),
  },
  {
    name: 'l’exponentielle est oubliée',
    hint: 'On divise les exponentielles par leur somme, et non les logits.',
    answer: wrong(normalised),
  },
  {
    name: 'les exponentielles ne sont pas divisées par leur somme',
    hint: 'Des probabilités ont pour somme 1.',
    answer: wrong((z) => z.map((logit) => Math.exp(logit - largest(z)))),
  },
  {
    name: 'les exponentielles sont divisées par la plus grande au lieu de la somme',
    hint: 'Des probabilités ont pour somme 1 : divisez par la somme des exponentielles.',
    answer: wrong((z) => z.map((logit) => Math.exp(logit) / Math.exp(largest(z)))),
  },
  {
    name: 'la somme divise les logits d’origine',
    hint: 'Le numérateur est l’exponentielle du logit.',
    answer: wrong((z) => {
      const total = sum(z.map((logit) => Math.exp(logit - largest(z))));
      return z.map((logit) => logit / total);
    }),
  },
  {
    name: 'la fonction est appliquée à chaque logit séparément',
    hint: 'La somme du dénominateur porte sur tout le vecteur : une seule somme pour tous.',
    answer: wrong((z) => z.map(() => 1)),
  },
  {
    name: 'c’est une sigmoïde, logit par logit',
    hint: 'La somme du dénominateur porte sur tout le vecteur, et non sur 1 et une exponentielle.',
    answer: wrong((z) => z.map((logit) => 1 / (1 + Math.exp(-logit)))),
  },
  {
    name: 'les puissances sont prises en base 2',
    hint: 'Softmax emploie l’exponentielle, Math.exp.',
    answer: softmaxOf(largest, (x) => 2 ** x),
  },
  {
    name: 'les signes des logits sont retournés',
    hint: 'Le plus grand logit doit avoir la plus grande probabilité.',
    answer: wrong((z) => right(z.map((logit) => -logit))),
  },
  {
    name: 'seule la classe du plus grand logit est gardée',
    hint: 'Softmax partage 100 % entre toutes les classes : il ne choisit pas.',
    answer: wrong((z) => z.map((_, i) => (i === z.indexOf(largest(z)) ? 1 : 0))),
  },
  {
    name: 'le logarithme des probabilités est rendu',
    hint: 'Des probabilités sont entre 0 et 1 : l’énoncé ne demande pas de logarithme.',
    answer: wrong((z) => {
      const total = sum(z.map((logit) => Math.exp(logit - largest(z))));
      return z.map((logit) => logit - largest(z) - Math.log(total));
    }),
  },
  {
    name: 'un vecteur vide n’est pas refusé',
    hint: 'Commencez la fonction par un if qui lève une erreur (throw) quand z est vide.',
    answer: (z: number[]) => (z.length === 0 ? [] : right(z)),
  },
];
