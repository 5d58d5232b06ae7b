/** Mistakes that students make in trainLoop, known by what they give. */
import type { Mistake } from '../../mistake';
import { sum, type Vector } from '../parts';
import { added, inBatches, loop, right, scaled, told } from './parts';
import { createShuffler, type Examples, type LoopOptions, type Model } from './types';

const average = (values: Vector): number => sum(values) / values.length;

export const mistakes: Mistake[] = [
  {
    name: 'le dernier lot, incomplet, est laissé de côté',
    hint: 'Chaque exemple sert une fois par époque : le dernier lot prend ce qui reste.',
    answer: loop({
      batches: (order, size) => inBatches(order, size).filter(({ length }) => length === size),
    }),
  },
  {
    name: 'les gradients d’un lot sont additionnés, sans être divisés',
    hint: 'Un pas suit la moyenne des gradients du lot : divisez leur somme par le nombre d’exemples.',
    answer: loop({ mean: added }),
  },
  {
    name: 'la moyenne d’un lot incomplet est divisée par batchSize',
    hint: 'Divisez par le nombre d’exemples que le lot contient vraiment.',
    answer: loop({ mean: (gradients, batchSize) => scaled(added(gradients), 1 / batchSize) }),
  },
  {
    name: 'la moyenne est divisée par le nombre de tous les exemples',
    hint: 'La moyenne se fait sur le lot, et non sur toutes les données.',
    answer: (model: Model, data: Examples, options: LoopOptions) =>
      loop({ mean: (gradients) => scaled(added(gradients), 1 / data.labels.length) })(
        model,
        data,
        options,
      ),
  },
  {
    name: 'les exemples ne sont pas mélangés',
    hint: 'Parcourez les numéros dans l’ordre que rend shuffle(N), et non de 0 à N − 1.',
    answer: loop({ orders: (n) => () => Array.from({ length: n }, (_, i) => i) }),
  },
  {
    name: 'toutes les époques suivent le même ordre',
    hint: 'createShuffler(seed) s’appelle une seule fois, avant les boucles ; shuffle(N), au début de chaque époque.',
    answer: loop({
      orders: (n, { seed }) => {
        const order = createShuffler(seed)(n);
        return () => order;
      },
    }),
  },
  {
    name: 'les entrées sont mélangées, mais pas les étiquettes',
    hint: 'Une entrée garde son étiquette : le même numéro i sert à inputs[i] et à labels[i].',
    answer: loop({ labelAt: (_, place) => place }),
  },
  {
    name: 'il manque une époque',
    hint: 'Comptez les tours de la boucle des époques : de 0 à epochs − 1, il y en a epochs.',
    answer: loop({ epochs: ({ epochs }) => epochs - 1 }),
  },
  {
    name: 'il y a une époque de trop',
    hint: 'Comptez les tours de la boucle des époques : de 0 à epochs compris, il y en a epochs + 1.',
    answer: loop({ epochs: ({ epochs }) => epochs + 1 }),
  },
  {
    name: 'les poids sont corrigés après chaque exemple, et non après chaque lot',
    hint: 'Dans un lot, additionnez seulement ; le pas se fait une fois, quand le lot est fini.',
    answer: loop({ batches: (order) => inBatches(order, 1) }),
  },
  {
    name: 'il n’y a qu’un pas par époque, sur toutes les données',
    hint: 'Une époque compte un pas par lot : il manque la boucle sur les lots.',
    answer: loop({ batches: (order) => [order] }),
  },
  {
    name: 'le pas va dans le mauvais sens : les poids montent la pente',
    hint: 'Le gradient montre la montée ; on le retranche.',
    answer: loop({ step: (weight, slope, { learningRate }) => weight + learningRate * slope }),
  },
  {
    name: 'le taux d’apprentissage est oublié',
    hint: 'On retranche la moyenne des gradients multipliée par learningRate.',
    answer: loop({ step: (weight, slope) => weight - slope }),
  },
  {
    name: 'le modèle est toujours interrogé avec les poids de départ',
    hint: 'Donnez à lossAndGradient les poids du moment, ceux que vous corrigez, et non model.weights.',
    answer: loop({ asked: (_, first) => first }),
  },
  {
    name: 'la somme des gradients n’est pas remise à zéro d’un lot à l’autre',
    hint: 'Chaque lot commence avec une somme nulle : créez-la dans la boucle des lots.',
    answer: loop({
      mean: (gradients, _, earlier) =>
        scaled(added([...earlier, ...gradients]), 1 / gradients.length),
    }),
  },
  {
    name: 'la perte d’une époque est une somme, et non une moyenne',
    hint: 'Divisez la somme des pertes de l’époque par le nombre d’exemples.',
    answer: loop({ lossOf: (batches) => sum(batches.flat()) }),
  },
  {
    name: 'la perte d’une époque est la moyenne des moyennes des lots',
    hint: 'Un petit lot y compte autant qu’un grand : additionnez toutes les pertes, puis divisez par N.',
    answer: loop({ lossOf: (batches) => average(batches.map(average)) }),
  },
  {
    name: 'la perte est divisée par le nombre de pas de l’époque, et non par le nombre d’exemples',
    hint: 'Il y a une perte par exemple : la moyenne divise leur somme par N.',
    answer: loop({ lossOf: (batches) => sum(batches.flat()) / batches.length }),
  },
  {
    name: 'la perte est mesurée de nouveau après l’époque',
    hint: 'Gardez les pertes que le modèle a rendues au fil de l’époque, avant chaque pas.',
    answer: loop({ lossOf: async (_batches, _n, again) => average(await again()) }),
  },
  {
    name: 'le modèle n’est pas attendu : les sommes sont encore nulles au moment du pas',
    hint: 'forEach n’attend pas une fonction async : parcourez le lot par une boucle for, avec await dedans.',
    answer: async (model: Model, data: Examples, options: LoopOptions) => {
      const { steps } = await right(model, data, options);
      const [weights, losses] = [
        [...model.weights],
        Array.from({ length: options.epochs }, () => 0),
      ];
      data.inputs.forEach((input, i) => {
        void model.lossAndGradient(weights, input, data.labels[i]!).then(({ loss, gradient }) => {
          losses[0]! += loss;
          gradient.forEach((slope, k) => (weights[k]! -= slope));
        });
      });
      return structuredClone({ weights, losses, steps });
    },
  },
  {
    name: 'steps ne compte que les pas d’une époque',
    hint: 'steps est le nombre de pas en tout : ne le remettez pas à zéro.',
    answer: told((result, _, { epochs }) => ({ ...result, steps: result.steps / epochs })),
  },
  {
    name: 'steps compte les époques',
    hint: 'Il y a un pas par lot : comptez-le dans la boucle des lots.',
    answer: told((result, _, { epochs }) => ({ ...result, steps: epochs })),
  },
  {
    name: 'les arguments ne sont pas vérifiés',
    hint: 'Commencez trainLoop par des if qui lèvent une erreur (throw), comme le dit l’énoncé.',
    answer: loop({ refuse: () => undefined }),
  },
];
