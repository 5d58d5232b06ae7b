/** What the notebook teaches around extractFeatures. */
import type { Hints, LessonSection } from '../../teaching';

export const lessonSection: LessonSection = {
  lesson: '2.1-transfert',
  title: '3. Figer : le réseau comme extracteur',
};

export const hints: Hints = [
  'Quatre gestes, dans l’ordre : couper, extraire **une fois**, coiffer d’une tête neuve, apprendre cette tête. Une couche de tfjs ' +
    'sait ce qu’elle reçoit (`layer.input`) et ce qu’elle rend (`layer.output`) ; un modèle se fait d’un point d’entrée et d’un ' +
    'point de sortie.',
  '1. `cutHead` : `tf.model` prend les entrées de `model` et, pour sortie, ce que reçoit sa dernière couche.\n' +
    '2. `extractFeatures` : avancez de `batchSize` en `batchSize` ; `predict` est le mode d’usage, où le dropout ne fait rien.\n' +
    '3. `withHead` : coupez, gelez chaque couche de ce qui reste, puis appliquez une couche dense neuve à sa sortie.\n' +
    "4. `trainHead` : un modèle d’une seule couche, `kernelInitializer: 'zeros'`, et `fit` ; veillez à ce qu’un pas voie " +
    '**toutes** les lignes (`batchSize`). À la main : « prédit moins voulu », fois la caractéristique, en moyenne.',
  'Il reste à remplir les `…` :\n\n' +
    '```ts\n' +
    '// cutHead\n' +
    'const last = model.layers.at(…);\n' +
    'return tf.model({ inputs: …, outputs: … });\n' +
    '// extractFeatures\n' +
    'const rows = (model.predict(…) as tf.Tensor2D).arraySync();\n' +
    '// withHead\n' +
    'base.layers.forEach((layer) => …);\n' +
    'const top = tf.layers.dense({ units: …, activation: … });\n' +
    '// trainHead\n' +
    'net.compile({ optimizer: …, loss: … });\n' +
    'await net.fit(…, …, { epochs: …, batchSize: …, verbose: 0 });\n' +
    '```',
];

export const afterword =
  'L’idée : **payer le grand réseau une seule fois par image**. Ensuite, apprendre la tête est une régression logistique sur quelques ' +
  'nombres : mille époques prennent moins de temps qu’un seul passage dans le réseau. Le dropout, éteint, montre qu’extraire est un usage, ' +
  'non un apprentissage. Et la base, gelée, garde ses poids au bit près : ce qu’elle savait, elle le sait encore.';
