/** Mistakes that students make in summarize and chooseScenario, known by what they give. */
import type { Mistake } from '../../mistake';
import {
  chooser,
  meanOf,
  refuseAccuracies,
  refuseEmpty,
  refuseGap,
  refuseImages,
  refuseTwice,
  squaresOf,
  sum,
  summarizer,
} from './parts';
import { far, few, student, type Matrix, type Measure } from './types';

const deviation = (values: number[]): number => Math.sqrt(squaresOf(values) / (values.length - 1));

const zeroed = (own: readonly { accuracy: number | null }[]): number[] =>
  own.map(({ accuracy }) => accuracy ?? 0);

export const mistakes: Mistake[] = [
  {
    name: 'les deux axes sont échangés en rangeant',
    hint: 'La taille vient d’abord, la ressemblance ensuite : matrix[size][likeness].',
    answer: {
      summarize: summarizer({
        place: (size, likeness) => [
          likeness === 'similar' ? 'small' : 'large',
          size === 'small' ? 'similar' : 'different',
        ],
      }),
    },
  },
  {
    name: 'la moyenne est le maximum des graines',
    hint: 'Le meilleur essai récompense la chance : mean est la moyenne de toutes les graines.',
    answer: { summarize: summarizer({ mean: (values) => Math.max(...values) }) },
  },
  {
    name: 'l’écart s est divisé par n, et non par n − 1',
    hint: 'Relisez la formule de s : la somme des carrés y est divisée par n − 1.',
    answer: {
      summarize: summarizer({
        half: (values) => (student[values.length]! * Math.sqrt(squaresOf(values))) / values.length,
      }),
    },
  },
  {
    name: 'half est l’écart s multiplié par t, sans √n',
    hint: 'Une moyenne se trompe moins qu’une mesure : divisez par la racine de n.',
    answer: {
      summarize: summarizer({ half: (values) => student[values.length]! * deviation(values) }),
    },
  },
  {
    name: 'half est divisé par n, et non par √n',
    hint: 'Relisez la formule : t × s / √n.',
    answer: {
      summarize: summarizer({
        half: (values) => (student[values.length]! * deviation(values)) / values.length,
      }),
    },
  },
  {
    name: 't vaut 1,96, quel que soit le nombre de graines',
    hint: '1,96 suppose des dizaines de mesures ; pour deux ou trois, lisez t dans la table student.',
    answer: {
      summarize: summarizer({
        half: (values) => (1.96 * deviation(values)) / Math.sqrt(values.length),
      }),
    },
  },
  {
    name: 't est lu une ligne trop haut dans la table',
    hint: 'La table donnée est rangée par nombre de mesures : student[3] pour trois.',
    answer: {
      summarize: summarizer({
        half: (values) => (student[values.length + 1]! * deviation(values)) / Math.sqrt(values.length), // prettier-ignore
      }),
    },
  },
  {
    name: 'half est l’intervalle entier, et non sa moitié',
    hint: 'half est ce que l’on ajoute et retranche à la moyenne : t × s / √n, une fois.',
    answer: {
      summarize: summarizer({
        half: (values) => (2 * student[values.length]! * deviation(values)) / Math.sqrt(values.length), // prettier-ignore
      }),
    },
  },
  {
    name: 'un essai interrompu compte pour 0',
    hint: 'null n’est pas une mauvaise note : écartez ces mesures avant de calculer.',
    answer: {
      summarize: summarizer({
        valid: (own) => own.map((one, i) => ({ ...one, accuracy: zeroed(own)[i]! })),
      }),
    },
  },
  {
    name: 'la durée des essais interrompus compte',
    hint: 'Une mesure dont accuracy vaut null ne compte pas du tout : ses secondes non plus.',
    answer: {
      summarize: summarizer({ seconds: (_, own) => meanOf(own.map((one) => one.seconds)) }),
    },
  },
  {
    name: 'les secondes sont additionnées',
    hint: 'seconds est la durée moyenne d’un essai.',
    answer: { summarize: summarizer({ seconds: (own) => sum(own.map((one) => one.seconds)) }) },
  },
  {
    name: 'une stratégie qui n’a qu’un essai figure dans la matrice',
    hint: 'Avec une seule mesure, il n’y a pas d’intervalle : la stratégie n’y figure pas.',
    answer: {
      summarize: summarizer({
        fewest: 1,
        half: (values) =>
          values.length < 2 ? 0 : (student[values.length]! * deviation(values)) / Math.sqrt(values.length), // prettier-ignore
      }),
    },
  },
  {
    name: 'la même graine est comptée deux fois',
    hint: 'Deux mesures d’une même case avec la même graine sont une erreur : cherchez-les d’abord.',
    answer: { summarize: summarizer({ refuse: refuseAccuracies }) },
  },
  {
    name: 'une exactitude en pour cent est acceptée',
    hint: 'Une exactitude va de 0 à 1 : au-delà, lancez une erreur.',
    answer: { summarize: summarizer({ refuse: refuseTwice }) },
  },
  {
    name: 'sans mesure, des situations manquent',
    hint: 'La matrice a toujours ses quatre situations, vides au besoin.',
    answer: {
      summarize: (measures: Measure[]) => {
        if (measures.length > 0) return summarizer()(measures);
        return { small: { similar: {} } };
      },
    },
  },
  {
    name: 'les deux axes sont échangés en choisissant',
    hint: 'Le nombre d’images choisit small ou large, l’écart choisit similar ou different.',
    answer: (images: number, gap: number, matrix: Matrix) => {
      refuseImages(images);
      refuseGap(gap);
      return chooser()(gap < far ? 1 : few, images < few ? 0 : far, matrix);
    },
  },
  {
    name: 'semblables et différentes sont échangées',
    hint: 'Un petit écart veut dire : semblables.',
    answer: chooser({ likeness: (gap) => (gap < far ? 'different' : 'similar') }),
  },
  {
    name: 'à few images tout juste, c’est encore « peu »',
    hint: 'Peu : strictement moins de few.',
    answer: chooser({ size: (images) => (images <= few ? 'small' : 'large') }),
  },
  {
    name: 'à un écart de far tout juste, c’est encore « semblables »',
    hint: 'Semblables : un écart strictement inférieur à far.',
    answer: chooser({ likeness: (gap) => (gap <= far ? 'similar' : 'different') }),
  },
  {
    name: 'la plus haute moyenne est rendue, sans regarder le coût',
    hint: 'Quand les intervalles se touchent, on ne sait pas laquelle est la meilleure : prenez la moins chère.',
    answer: chooser({ equal: (cell, best) => cell === best }),
  },
  {
    name: 'la moins chère de toutes est rendue',
    hint: 'Ne comparez les coûts qu’entre les ex æquo.',
    answer: chooser({ equal: () => true }),
  },
  {
    name: 'la plus lente des ex æquo est rendue',
    hint: 'À résultats indiscernables, on prend celle qui demande le moins de secondes.',
    answer: chooser({ order: (a, b) => b.seconds - a.seconds }),
  },
  {
    name: 'sont ex æquo celles dont la moyenne est dans l’intervalle de la meilleure',
    hint: 'Deux intervalles se touchent dès que le haut de l’un atteint le bas de l’autre.',
    answer: chooser({ equal: (cell, best) => cell.mean >= best.mean - best.half }),
  },
  {
    name: 'sont ex æquo celles dont l’intervalle contient la meilleure moyenne',
    hint: 'La meilleure a un intervalle, elle aussi : comparez au bas du sien.',
    answer: chooser({ equal: (cell, best) => cell.mean + cell.half >= best.mean }),
  },
  {
    name: 'le nombre d’images et l’écart ne sont pas vérifiés',
    hint: 'Commencez chooseScenario par des if qui lèvent une erreur (throw), comme le dit l’énoncé.',
    answer: chooser({ refuse: (_images, _gap, cells) => refuseEmpty(cells) }),
  },
];
