/** Mistakes that students make in layerCost, known by what they give. */
import type { Mistake } from '../../mistake';
import { convCost, convOutput, costOf } from '../parts';
import type { ConvLayer, Cost, LayerCost } from '../types';

/** A convolution's cost with other weights, biases or output. */
const otherwise = (
  layer: ConvLayer,
  change: { weights?: number; biases?: number; output?: number[] },
): Cost => {
  const right = convCost(layer);
  const rightBiases = layer.bias ? layer.filters : 0;
  const {
    weights = right.params - rightBiases,
    biases = rightBiases,
    output = right.output,
  } = change;
  return { params: weights + biases, macs: weights * output[0]! * output[1]!, output };
};

export const mistakes: Mistake<LayerCost>[] = [
  {
    name: 'les biais sont oubliés',
    hint: 'Quand bias vaut true, chaque filtre, ou chaque neurone, a un paramètre de plus.',
    answer: costOf({
      conv: (layer) => convCost({ ...layer, bias: false }),
      dense: (input, units) => ({ params: input * units, macs: input * units, output: [units] }),
    }),
  },
  {
    name: 'les biais sont toujours comptés',
    hint: 'Regardez bias : quand il vaut false, la couche n’a pas de biais.',
    answer: costOf({
      conv: (layer) => convCost({ ...layer, bias: true }),
      dense: (input, units) => ({
        params: input * units + units,
        macs: input * units,
        output: [units],
      }),
    }),
  },
  {
    name: 'un seul biais pour toute la couche',
    hint: 'Il y a un biais par filtre, ou par neurone.',
    answer: costOf({
      conv: (layer) => otherwise(layer, { biases: layer.bias ? 1 : 0 }),
      dense: (input, units, bias) => ({
        params: input * units + (bias ? 1 : 0),
        macs: input * units,
        output: [units],
      }),
    }),
  },
  {
    name: 'les biais sont comptés dans les multiplications',
    hint: 'Un biais s’ajoute, il ne se multiplie pas : macs ne compte que les poids.',
    answer: costOf({
      conv: (layer) => {
        const { params, output } = convCost(layer);
        return { params, macs: params * output[0]! * output[1]!, output };
      },
      dense: (input, units, bias) => {
        const params = input * units + (bias ? units : 0);
        return { params, macs: params, output: [units] };
      },
    }),
  },
  {
    name: 'les canaux de l’entrée sont oubliés',
    hint: 'Un filtre traverse tous les canaux de son groupe : il a F_y × F_x × C / G poids.',
    answer: costOf({
      conv: (layer) =>
        otherwise(layer, { weights: layer.filters * layer.kernel[0] * layer.kernel[1] }),
    }),
  },
  {
    name: 'la surface du noyau est mal comptée (F au lieu de F × F)',
    hint: 'Un noyau de F_y lignes et F_x colonnes a F_y × F_x poids par canal.',
    answer: costOf({
      conv: (layer) =>
        otherwise(layer, {
          weights: (layer.filters * layer.kernel[0] * layer.input[2]) / layer.groups,
        }),
    }),
  },
  {
    name: 'les groupes sont ignorés',
    hint: 'Avec G groupes, un filtre ne voit que C / G canaux.',
    answer: costOf({ conv: (layer) => convCost({ ...layer, groups: 1 }) }),
  },
  {
    name: 'les groupes divisent deux fois',
    hint: 'Chaque filtre voit C / G canaux, mais il reste K filtres en tout.',
    answer: costOf({
      conv: (layer) => {
        const { params } = convCost({ ...layer, bias: false });
        return otherwise(layer, { weights: params / layer.groups });
      },
    }),
  },
  {
    name: 'les multiplications sont comptées pour une seule case de la carte',
    hint: 'Chaque poids sert une fois par case de la carte : multipliez par sa hauteur et par sa largeur.',
    answer: costOf({
      conv: (layer) => ({ ...convCost(layer), macs: convCost({ ...layer, bias: false }).params }),
    }),
  },
  {
    name: 'les multiplications sont comptées sur les cases de l’entrée',
    hint: 'Comptez les cases de la sortie : une fenêtre par case.',
    answer: costOf({
      conv: (layer) => ({
        ...convCost(layer),
        macs: convCost({ ...layer, bias: false }).params * layer.input[0] * layer.input[1],
      }),
    }),
  },
  {
    name: 'le pas est ignoré',
    hint: 'La sortie suit la formule de l’exercice 1, pas compris, dans chaque direction.',
    answer: costOf({
      conv: (layer) => otherwise(layer, { output: convOutput({ ...layer, stride: [1, 1] }) }),
    }),
  },
  {
    name: 'le remplissage est ignoré',
    hint: 'L’image a 2P lignes et 2P colonnes de plus avec ses zéros.',
    answer: costOf({
      conv: (layer) => otherwise(layer, { output: convOutput({ ...layer, padding: 0 }) }),
    }),
  },
  {
    name: 'la sortie garde les canaux de l’entrée',
    hint: 'Une couche rend une carte par filtre : la dernière taille est K.',
    answer: costOf({
      conv: (layer) => {
        const right = convCost(layer);
        return { ...right, output: [...right.output.slice(0, 2), layer.input[2]] };
      },
    }),
  },
  {
    name: 'les arguments ne sont pas vérifiés',
    hint: 'Avant de compter, levez une erreur (throw) dans les cas que dit l’énoncé.',
    answer: costOf({ check: () => undefined }),
  },
];
