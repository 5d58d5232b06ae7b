/** Mistakes that students make, known by what they give; those in numericGradient stand here. */
import type { Mistake } from '../../mistake';
import { errorMistakes } from './error-mistakes';
import { along, centred, right, withOne, wrong } from './parts';

export const mistakes: Mistake[] = [
  {
    name: 'la différence est prise d’un seul côté, à droite',
    hint: 'La différence centrée compare x + h et x − h : il faut bouger dans les deux sens.',
    answer: { numericGradient: along((line, x, h) => (line(x + h) - line(x)) / h) },
  },
  {
    name: 'la différence est prise d’un seul côté, à gauche',
    hint: 'La différence centrée compare x + h et x − h : il faut bouger dans les deux sens.',
    answer: { numericGradient: along((line, x, h) => (line(x) - line(x - h)) / h) },
  },
  {
    name: 'la différence est divisée par h, et non par 2h',
    hint: 'De x − h à x + h, quelle distance y a-t-il ?',
    answer: { numericGradient: along((line, x, h) => (line(x + h) - line(x - h)) / h) },
  },
  {
    name: 'il manque des parenthèses : on divise par 2, puis on multiplie par h',
    hint: '`a / 2 * h` se lit de gauche à droite : (a / 2) × h.',
    answer: { numericGradient: along((line, x, h) => ((line(x + h) - line(x - h)) / 2) * h) },
  },
  {
    name: 'la différence n’est pas divisée',
    hint: 'Une pente est un écart de f rapporté à un écart de x.',
    answer: { numericGradient: along((line, x, h) => line(x + h) - line(x - h)) },
  },
  {
    name: 'le signe est inversé',
    hint: 'Où f monte, le gradient est positif : retranchez f(x − h) de f(x + h).',
    answer: { numericGradient: along((line, x, h) => -centred(line, x, h)) },
  },
  {
    name: 'toutes les coordonnées bougent en même temps',
    hint: 'Pour la dérivée par rapport à x[i], seule la coordonnée i bouge.',
    answer: {
      numericGradient: wrong((f, x, h) => {
        const moved = (by: number): number => f(x.map((value) => value + by));
        return x.map(() => (moved(h) - moved(-h)) / (2 * h));
      }),
    },
  },
  {
    name: 'x[i] n’est pas remis à sa valeur avant de passer à la coordonnée suivante',
    hint: 'Gardez l’ancienne valeur de x[i] dans une variable, et remettez-la après les deux appels de f.',
    answer: {
      numericGradient: wrong((f, x, h) =>
        x.map((value, i) => {
          x[i] = value + h;
          const above = f(x);
          x[i] = value - h;
          return (above - f(x)) / (2 * h);
        }),
      ),
    },
  },
  {
    name: 'h n’est pas celui que l’on donne : c’est toujours 0,00001',
    hint: 'La valeur par défaut s’écrit dans la signature ; dans le corps, employez h.',
    answer: { numericGradient: wrong((f, x) => right(f, x)) },
  },
  {
    name: 'seule la première dérivée est rendue',
    hint: 'La fonction rend un vecteur : une dérivée par coordonnée.',
    answer: {
      numericGradient: wrong((f, x, h) => centred((moved) => f(withOne(x, 0, moved)), x[0]!, h)),
    },
  },
  {
    name: 'h n’est pas vérifié',
    hint: 'Commencez numericGradient par un if qui lève une erreur (throw) quand h n’est pas plus grand que 0.',
    answer: {
      numericGradient: (f: (x: number[]) => number, x: number[], h = 1e-5) =>
        x.map((value, i) => centred((moved) => f(withOne(x, i, moved)), value, h)),
    },
  },
  ...errorMistakes,
];
