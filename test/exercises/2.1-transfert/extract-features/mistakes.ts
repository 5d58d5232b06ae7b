import * as tf from '@convolab/lib/tf';
import type { AnyFunction } from '../../answer';
import type { Mistake } from '../../mistake';
import { cutting, extracting, heading, learning, type Images } from './parts';

type Answer = Record<string, AnyFunction>;

/** Wrong answers that students really give. */
export const mistakes: Mistake<Answer>[] = [
  {
    name: 'cutHead garde la tête : elle rend encore des probabilités',
    hint: 'La sortie voulue est ce que la dernière couche reçoit, non ce qu’elle rend.',
    answer: { cutHead: cutting((model) => model.layers.at(-1)!.output) },
  },
  {
    name: 'cutHead coupe trop tôt, avant la moyenne des cartes',
    hint: 'Seule la dernière couche s’en va.',
    answer: {
      cutHead: cutting((model) => model.layers.find(({ name }) => name === 'pool')!.input),
    },
  },
  {
    name: 'cutHead ôte la dernière couche, quelle qu’elle soit',
    hint: 'Regardez sa classe, avec getClassName() : si ce n’est pas Dense, il faut lancer une erreur.',
    answer: {
      cutHead: (model: tf.LayersModel) =>
        tf.model({
          inputs: model.inputs,
          outputs: model.layers.at(-1)!.input,
        }),
    },
  },
  {
    name: 'le dropout agit encore pendant l’extraction',
    hint: 'À l’usage, une couche de dropout ne fait rien : predict, ou apply sans { training: true }.',
    answer: {
      extractFeatures: extracting((model, batch) => model.apply(batch, { training: true })),
    },
  },
  {
    name: 'le dernier lot, incomplet, est oublié',
    hint: 'Il faut une ligne par image, même si leur nombre n’est pas un multiple de batchSize.',
    answer: {
      extractFeatures: extracting(undefined, (count, size) => count - (count % size)),
    },
  },
  {
    name: 'seul le premier lot est donné au réseau',
    hint: 'Avancez de batchSize en batchSize jusqu’à la dernière image.',
    answer: {
      extractFeatures: (model: tf.LayersModel, images: Images, batchSize: number) =>
        extracting()(model, images.slice(0, batchSize), batchSize),
    },
  },
  {
    name: 'rien n’est gelé : le réseau entier apprendrait',
    hint: 'Chaque couche de la base doit avoir trainable à false.',
    answer: { withHead: heading({ frozen: () => false }) },
  },
  {
    name: 'la nouvelle tête est gelée, elle aussi : rien n’apprendrait',
    hint: 'Gelez la base avant d’ajouter la tête, ou la base seulement.',
    answer: { withHead: heading({ headFrozen: true }) },
  },
  {
    name: 'la nouvelle tête est posée derrière l’ancienne',
    hint: 'L’ancienne dernière couche doit disparaître : partez de ce qu’elle reçoit.',
    answer: { withHead: heading({ base: cutting((model) => model.layers.at(-1)!.output) }) },
  },
  {
    name: 'la nouvelle tête ne rend pas de probabilités',
    hint: 'L’activation d’une couche qui choisit une classe parmi plusieurs est softmax.',
    answer: { withHead: heading({ head: (units) => tf.layers.dense({ units }) }) },
  },
  {
    name: 'trainHead accepte plus d’étiquettes que de lignes',
    hint: 'Comparez les deux longueurs avant de commencer : si elles diffèrent, il faut lancer une erreur.',
    answer: {
      trainHead: learning({
        refuse: (features, labels) => {
          if (features.length === 0 || labels.length < features.length)
            throw new RangeError('rows');
        },
      }),
    },
  },
  {
    name: 'les gradients des lignes sont additionnés, sans moyenne',
    hint: 'La perte est la moyenne sur les lignes : divisez par leur nombre.',
    answer: { trainHead: learning({ divisor: () => 1 }) },
  },
  {
    name: 'les biais restent à 0',
    hint: 'Le gradient d’un biais est la moyenne de « prédit moins voulu ».',
    answer: { trainHead: learning({ bias: false }) },
  },
  {
    name: 'la descente remonte',
    hint: 'On retranche le gradient : poids ← poids − taux × gradient.',
    answer: { trainHead: learning({ sign: 1 }) },
  },
  {
    name: 'un seul pas est fait, quel que soit steps',
    hint: 'Recommencez steps fois, avec les poids du pas précédent.',
    answer: { trainHead: learning({ steps: () => 1 }) },
  },
];
