/** Mistakes that students make in crossEntropy, known by what they give. */
import type { Mistake } from '../../mistake';
import { oneHotOf, softmax, sum } from '../parts';
import { right, sumOf, term, wrong } from './parts';

export const mistakes: Mistake[] = [
  {
    name: 'le produit 0 × ln 0 donne NaN',
    hint: 'Par convention, un terme où p vaut 0 vaut 0 : ne calculez pas son logarithme.',
    answer: sumOf((p, q) => -p * Math.log(q)),
  },
  {
    name: 'le logarithme est en base 2',
    hint: 'Le logarithme est naturel : Math.log, et non Math.log2.',
    answer: sumOf((p, q) => term(p, q) / Math.LN2),
  },
  {
    name: 'le logarithme est en base 10',
    hint: 'Le logarithme est naturel : Math.log, et non Math.log10.',
    answer: sumOf((p, q) => term(p, q) / Math.LN10),
  },
  {
    name: 'p et q sont échangés',
    hint: 'Le logarithme porte sur q, la prédiction ; p pondère chaque terme.',
    answer: (p: number[], q: number[]) => right(q, p),
  },
  {
    name: 'le signe moins est oublié',
    hint: 'Le logarithme d’une probabilité est négatif ou nul ; une perte est positive ou nulle.',
    answer: sumOf((p, q) => -term(p, q)),
  },
  {
    name: 'la somme est divisée par le nombre de classes',
    hint: 'L’entropie croisée est une somme sur les classes, et non leur moyenne.',
    answer: wrong((p, q) => right(p, q) / p.length),
  },
  {
    name: 'q est borné loin de 0, la perte n’est plus infinie',
    hint: 'tfjs borne q, pas la formule : là où p > 0 et q = 0, rendez Infinity.',
    answer: sumOf((p, q) => term(p, Math.max(q, 1e-7))),
  },
  {
    name: 'les termes où q vaut 0 sont sautés, même quand p n’est pas nul',
    hint: 'La convention 0 ln 0 = 0 ne vaut que si c’est p qui est nul.',
    answer: sumOf((p, q) => (q === 0 ? 0 : term(p, q))),
  },
  {
    name: 'seule la classe la plus probable de p est comptée',
    hint: 'Une étiquette adoucie a plusieurs termes non nuls : additionnez-les tous.',
    answer: wrong((p, q) => right(oneHotOf(p), q)),
  },
  {
    name: 'p est oublié devant le logarithme',
    hint: 'Chaque logarithme est multiplié par p[i].',
    answer: sumOf((_p, q) => -Math.log(q)),
  },
  {
    name: 'le logarithme est pris après la somme',
    hint: 'Prenez d’abord le logarithme de chaque q[i] ; additionnez ensuite.',
    answer: wrong((p, q) => -Math.log(sum(p.map((value, i) => value * q[i]!)))),
  },
  {
    name: 'le logarithme est oublié',
    hint: 'C’est ln q[i] que multiplie p[i], et non q[i].',
    answer: sumOf((p, q) => -p * q),
  },
  {
    name: 'c’est l’entropie de q qui est calculée',
    hint: 'Le facteur devant ln q[i] est p[i], la probabilité voulue.',
    answer: sumOf((_p, q) => term(q, q)),
  },
  {
    name: 'c’est la divergence KL(P, Q) : l’entropie de p est retranchée',
    hint: 'L’entropie croisée est H(P) + KL(P, Q) : il ne faut rien retrancher.',
    answer: sumOf((p, q) => term(p, q) - term(p, p)),
  },
  {
    name: 'les termes (1 − p) ln(1 − q) sont ajoutés',
    hint: 'Cette formule est celle de plusieurs questions oui ou non ; ici, les classes s’excluent.',
    answer: sumOf((p, q) => term(p, q) + term(1 - p, 1 - q)),
  },
  {
    name: 'c’est la somme des carrés des écarts',
    hint: 'Relisez la formule de H(P, Q) : elle contient un logarithme.',
    answer: sumOf((p, q) => (p - q) ** 2),
  },
  {
    name: 'softmax est appliqué à q, qui est déjà une distribution',
    hint: 'q contient des probabilités, et non des logits : prenez-les comme elles sont.',
    answer: wrong((p, q) => right(p, softmax(q))),
  },
  {
    name: 'les arguments ne sont pas vérifiés',
    hint: 'Commencez la fonction par des if qui lèvent une erreur (throw), comme le dit l’énoncé.',
    answer: (p: number[], q: number[]) => sum(p.map((value, i) => term(value, q[i]!))),
  },
];
