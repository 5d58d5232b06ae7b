import type { AnyFunction } from '../../answer';
import type { Mistake } from '../../mistake';
import { isNorm, naming, refuseBlocks, tuning, unfreezing } from './parts';

type Answer = Record<string, AnyFunction>;

const sliced = naming({ last: (all, blocks) => all.slice(-blocks) });
const greedy = naming({
  refuse: (_, blocks) => {
    if (!(Number.isInteger(blocks) && blocks >= 0)) throw new RangeError('blocks');
  },
});
const lastLayers = (names: string[], blocks: number): string[] => {
  refuseBlocks(names, blocks);
  return names.slice(names.length - 1 - blocks);
};

/** Wrong answers that students really give. */
export const mistakes: Mistake<Answer>[] = [
  {
    name: 'avec blocks = 0, tous les blocs sont dégelés : slice(-0) prend tout',
    hint: 'En JavaScript, −0 vaut 0 : comptez depuis le début de la liste.',
    answer: { unfrozenNames: sliced, unfreezeLast: unfreezing(sliced) },
  },
  {
    name: 'la tête n’apprend pas',
    hint: 'La dernière couche apprend toujours, quel que soit blocks.',
    answer: {
      unfrozenNames: naming({ head: false }),
      unfreezeLast: unfreezing(naming({ head: false })),
    },
  },
  {
    name: 'les normalisations des derniers blocs sont dégelées',
    hint: 'Aucune couche dont le nom finit par _bn n’apprend.',
    answer: {
      unfrozenNames: naming({ norms: true }),
      unfreezeLast: unfreezing(naming({ norms: true })),
    },
  },
  {
    name: 'ce sont les premiers blocs qui sont dégelés',
    hint: 'Les derniers blocs sont ceux qui précèdent la tête.',
    answer: {
      unfrozenNames: naming({ last: (all, blocks) => all.slice(0, blocks) }),
      unfreezeLast: unfreezing(naming({ last: (all, blocks) => all.slice(0, blocks) })),
    },
  },
  {
    name: 'blocks est compté en couches, et non en blocs',
    hint: 'Un bloc a plusieurs couches : regardez ce qui précède le premier _.',
    answer: { unfrozenNames: lastLayers, unfreezeLast: unfreezing(lastLayers) },
  },
  {
    name: 'quand on demande plus de blocs qu’il n’y en a, tous sont dégelés',
    hint: 'Comparez blocks au nombre de blocs : au-delà, il faut lancer une erreur.',
    answer: { unfrozenNames: greedy, unfreezeLast: unfreezing(greedy) },
  },
  {
    name: 'les autres couches ne sont pas gelées',
    hint: 'Une couche est dégelée au départ : il faut mettre trainable à false pour toutes les autres.',
    answer: { unfreezeLast: unfreezing(naming(), (layer) => layer.trainable) },
  },
  {
    name: 'les couches à dégeler restent gelées si elles l’étaient',
    hint: 'Un modèle peut arriver tout gelé : mettez aussi trainable à true.',
    answer: {
      unfreezeLast: (model, blocks) => {
        const before = model.layers.map(({ trainable }: { trainable: boolean }) => trainable);
        unfreezing()(model, blocks);
        model.layers.forEach((layer: { trainable: boolean }, i: number) => {
          layer.trainable &&= before[i];
        });
        return model;
      },
    },
  },
  {
    name: 'les normalisations sont gelées par trainable seul : fit a bougé leurs moyennes glissantes',
    hint: 'Pendant fit, tfjs demande à chaque couche call(…, { training: true }), gelée ou non.',
    answer: { fineTune: tuning({ infers: () => false }) },
  },
  {
    name: 'seules les normalisations des blocs gelés travaillent comme à l’usage',
    hint: 'Toutes les normalisations restent en inférence, dans les blocs dégelés aussi.',
    answer: {
      fineTune: async (model, images, labels, options) => {
        const last = new Set(naming({ norms: true })(model.layers.map((l: { name: string }) => l.name), options.blocks));
        return tuning({ infers: ({ name }) => !last.has(name) })(model, images, labels, options);
      },
    },
  },
  {
    name: 'compile est appelé avant de dégeler : seule la tête a appris',
    hint: 'compile relève la liste de ce qui apprend : dégelez d’abord.',
    answer: { fineTune: tuning({ order: 'compile first' }) },
  },
  {
    name: 'gamma et bêta des normalisations apprennent',
    hint: 'Une normalisation en inférence est tout à fait gelée : moyennes glissantes, gamma et bêta.',
    answer: { fineTune: tuning({ unfreeze: unfreezing(naming(), ({ name }) => isNorm(name)) }) },
  },
]; // prettier-ignore
