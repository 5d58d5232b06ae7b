/** Mistakes that students make in relativeError, known by what they give. */
import type { Mistake } from '../../mistake';
import { largest, sum } from '../parts';
import { allFinite, comparing, gapsOf, ratioOf, sizeOf } from './parts';

export const errorMistakes: Mistake[] = [
  {
    name: 'l’écart n’est pas rapporté à la taille des nombres',
    hint: 'Un écart de 0,9 n’est rien à côté d’un million : divisez-le par le plus grand des nombres.',
    answer: { relativeError: ratioOf(largest) },
  },
  {
    name: 'le signe des écarts n’est pas retiré',
    hint: 'Un écart compte autant dans un sens que dans l’autre : prenez sa valeur absolue.',
    answer: {
      relativeError: ratioOf(
        (_, a, b) => largest(a.map((value, i) => value - b[i]!)) / sizeOf(a, b),
      ),
    },
  },
  {
    name: 'le signe des nombres n’est pas retiré avant de chercher le plus grand',
    hint: 'Le plus grand des nombres se cherche signes mis à part : −4 est plus grand que 3.',
    answer: { relativeError: ratioOf((gaps, a, b) => largest(gaps) / largest([...a, ...b])) },
  },
  {
    name: 'chaque écart est rapporté à sa propre coordonnée',
    hint: 'Cherchez le plus grand écart d’un côté, le plus grand nombre de l’autre, et divisez une seule fois.',
    answer: {
      relativeError: ratioOf((gaps, a, b) =>
        largest(gaps.map((gap, i) => (gap === 0 ? 0 : gap / sizeOf([a[i]!, b[i]!])))),
      ),
    },
  },
  {
    name: 'l’écart est divisé par la somme des deux plus grands nombres',
    hint: 'On divise par le plus grand des nombres de a et de b, et non par une somme.',
    answer: {
      relativeError: ratioOf((gaps, a, b) => largest(gaps) / (sizeOf(a) + sizeOf(b))),
    },
  },
  {
    name: 'c’est l’écart moyen, et non le plus grand',
    hint: 'Une seule dérivée fausse suffit à condamner un gradient : gardez le plus grand écart.',
    answer: {
      relativeError: ratioOf((gaps, a, b) => sum(gaps) / gaps.length / sizeOf(a, b)),
    },
  },
  {
    name: 'deux gradients nuls donnent 0 / 0',
    hint: '0 / 0 vaut NaN : rendez 0 quand le plus grand des nombres est 0.',
    answer: {
      relativeError: comparing((a, b) =>
        allFinite(a, b) ? largest(gapsOf(a, b)) / sizeOf(a, b) : Infinity,
      ),
    },
  },
  {
    name: 'un NaN passe inaperçu',
    hint: 'Toute comparaison avec NaN est fausse : vérifiez d’abord tous les nombres par Number.isFinite.',
    answer: {
      relativeError: comparing((a, b) => {
        const above = (most: number, value: number): number => (value > most ? value : most);
        const size = [...a, ...b].map(Math.abs).reduce(above, 0);
        return size === 0 ? 0 : gapsOf(a, b).reduce(above, 0) / size;
      }),
    },
  },
  {
    name: 'un NaN contamine le résultat',
    hint: 'Quand un nombre n’est pas fini, rendez Infinity : vérifiez-le d’abord par Number.isFinite.',
    answer: {
      relativeError: comparing((a, b) =>
        sizeOf(a, b) === 0 ? 0 : largest(gapsOf(a, b)) / sizeOf(a, b),
      ),
    },
  },
  {
    name: 'les longueurs ne sont pas vérifiées',
    hint: 'Commencez relativeError par un if qui lève une erreur (throw) quand les longueurs diffèrent.',
    answer: {
      relativeError: (a: number[], b: number[]): unknown => {
        const short = b.map((_, i) => a[i] ?? 0);
        if (!allFinite(short, b)) return Infinity;
        return sizeOf(short, b) === 0 ? 0 : largest(gapsOf(short, b)) / sizeOf(short, b);
      },
    },
  },
];
