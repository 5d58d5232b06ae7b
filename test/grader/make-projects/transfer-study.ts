import type { Example } from './example';

export const lesson = 'P2-transfert-sur-vos-images';

export const good: Example = {
  changes: [],
  report: [
    '**Conclusion.** La tête seule et les derniers blocs dépassent l’apprentissage de zéro ; entre les deux, trois graines et ' +
      '24 images de test ne départagent rien : une image pèse 4 points. Je recommencerais avec plus d’images de test avant de ' +
      'changer de réseau.',
  ],
};

/** One seed, a picture in two parts, the test used to choose, a table that is not that of its predictions. */
export const weak: Example = {
  changes: [
    ['for (const seed of [1, 2, 3]) {', 'for (const seed of [1]) {'],
    ['`image-inventee-${i}`', '`image-inventee-${i % 60}`'],
    [
      "tests.push({ strategy, setting: 'taux 0,01', seed, predictions: predictions.join(' ') });",
      "for (const setting of ['taux 0,1', 'taux 0,01'])\n" +
        "        tests.push({ strategy, setting, seed, predictions: predictions.join(' ') });",
    ],
    ['Personne n’y est reconnaissable, puisque personne n’a été photographié.', 'non'],
    [
      'return { mean, low: mean - half, high: mean + half };',
      'return { mean, low: 0.9, high: 1 };',
    ],
    ['certain: interval(gaps).low > 0', 'certain: true'],
  ],
  report: ['Le transfert est meilleur, c’est sûr.'],
};
