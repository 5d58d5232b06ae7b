/** What the notebook teaches around unfreezeLast. */
import type { Hints, LessonSection } from '../../teaching';

export const lessonSection: LessonSection = {
  lesson: '2.1-transfert',
  title: '5. Le piège de la normalisation par lot',
};

export const hints: Hints = [
  'Trois fonctions, chacune appelle la précédente : une liste de noms, des drapeaux posés d’après cette liste, un entraînement. Le ' +
    'piège de la première est le cas 0 ; celui de la troisième, que **geler n’est pas utiliser** : une normalisation gelée ' +
    'normalise encore par les moyennes du lot, et fait bouger les siennes.',
  '1. `unfrozenNames` : la liste des blocs, sans répétition ; combien en sauter au début ? Puis un filtre sur les noms.\n' +
    '2. `unfreezeLast` : une boucle sur `model.layers`, qui donne à chaque couche `true` **ou** `false`.\n' +
    '3. `fineTune` : gelez ; faites répondre chaque `BatchNormalization` comme à l’usage ; **ensuite** `compile`, qui relève la liste ' +
    'de ce qui apprend ; `fit` avec un lot de toutes les images, une époque par pas.',
  'Il reste à remplir les `…` :\n\n' +
    '```ts\n' +
    '// unfrozenNames\n' +
    'const found = [...new Set(names.filter((name) => …).map((name) => …))];\n' +
    'if (… || blocks > found.length) throw …;\n' +
    'const kept = found.slice(found.length - …);\n' +
    '// fineTune, pour chaque normalisation\n' +
    'const asked = norm.call.bind(norm);\n' +
    'norm.call = (x, how) => asked(x, { ...how, … });\n' +
    '// puis\n' +
    'model.compile({ optimizer: …, loss: … });\n' +
    'await model.fit(…, …, { epochs: …, batchSize: … });\n' +
    '```',
];

export const afterword =
  'L’idée : **ce qui est gelé ne doit bouger d’aucune façon**. Les moyennes glissantes ne s’apprennent pas par le gradient, elles se ' +
  '**mesurent** à chaque lot : geler par `trainable` ne les arrête pas dans tfjs, et quelques petits lots suffisent à les éloigner de ce que les ' +
  'couches suivantes attendent. Et `slice(-0)` rappelle qu’un cas « rien » se vérifie toujours : c’est souvent le premier essai que l’on fait, ' +
  'pour comparer.';
