import type { Example } from './example';

export const lesson = 'P1-cnn-sans-bibliotheque';

export const good: Example = {
  changes: [],
  report: [
    '**Expérience : l’échelle des poids au départ.** 400 images, 4 passages, lots de 10, graines 1 à 5.\n\n' +
      '| Poids | Graines 1 à 5 | Moyenne |\n|---|---|---|\n' +
      '| à l’échelle de He | 0,840 ; 0,865 ; 0,810 ; 0,850 ; 0,795 | 0,832 |\n' +
      '| deux fois plus petits | 0,820 ; 0,830 ; 0,825 ; 0,835 ; 0,780 | 0,818 |\n' +
      '| deux fois plus grands | 0,820 ; 0,840 ; 0,790 ; 0,590 ; 0,560 | 0,720 |\n\n' +
      'Entre les deux premières lignes, l’écart (1,4 point) est plus petit que ce qui sépare deux graines : je ne conclus ' +
      'rien. La troisième est plus basse et bien plus dispersée : deux graines sur cinq échouent.',
    '**Ce qui a été difficile.** Le pooling au retour : j’envoyais le gradient à une case que ReLU avait mise à zéro. La ' +
      'différence centrée sur `conv2` l’a montré, celle de `dense` était juste.',
  ],
};

/** Forgets ReLU on the way back, leaves conv1 without a gradient, begins anew at each call of train, reads anything. */
export const weak: Example = {
  changes: [
    ['if (x[top][left][k] > 0) dx[top][left][k] += d;', 'dx[top][left][k] += d;'],
    ['convolveBackward(unpool(dPooled1, active1), input, { w: [], b: [] }, total.conv1);', ''],
    ['let learned = network;', 'let learned = initialise(seed);'],
    [
      "if (read?.format !== 'p1') throw new Error('load : ce texte n’a pas été écrit par save.');",
      '',
    ],
    ['if (!Number.isFinite(value)) throw', 'if (false) throw'],
  ],
  report: ['Mon réseau marche bien, il apprend à lire les chiffres.'],
};
